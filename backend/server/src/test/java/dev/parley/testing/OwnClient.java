package dev.parley.testing;

import dev.parley.sandbox.world.User;
import java.sql.SQLException;
import java.util.UUID;

/** A client of a test's own, with one owner and whatever the test puts there: nobody else's events are in its feed. */
public final class OwnClient implements AutoCloseable {

    private final Parley parley;
    private final UUID id;

    public OwnClient(Parley parley) {
        this.parley = parley;
        id = UUID.fromString(parley.sql("insert into clients (name) values ('Of a test') returning id"));
        parley.sql(
                "insert into client_members (client_id, user_id, role) values (?, ?, 'owner') returning id",
                id,
                owner().id());
    }

    public UUID id() {
        return id;
    }

    private User owner() {
        return parley.inBoth();
    }

    public Api api() {
        return parley.as(owner()).in(id);
    }

    public Socket socket() {
        return Socket.open(parley.graphqlSocket(), parley.token(owner()), id);
    }

    /** @return its id */
    public String lead(String status, int score) {
        return parley.sql(
                "insert into leads (client_id, status, lead_quality_score) values (?, ?, ?) returning id",
                id,
                status,
                score);
    }

    /** @return its id */
    public String agent(String name) {
        return parley.sql(
                "insert into agents (client_id, elevenlabs_agent_id, name) values (?, ?, ?) returning id",
                id,
                "agent_" + name,
                name);
    }

    /** @return its id */
    public String conversation(String status, String language, String agentId) {
        return parley.sql(
                "insert into conversations (client_id, elevenlabs_conversation_id, agent_id, status, language, started_at,"
                        + " content_hash, observed_at) values (?, ?, ?::uuid, ?, ?, now(), 'x', now()) returning id",
                id,
                "conv_" + UUID.randomUUID(),
                agentId,
                status,
                language);
    }

    /** Says in the feed that something happened, so many times. */
    public void happened(String entity, String type, String entityId, int times) throws SQLException {
        try (var jobs = parley.database().connect(parley.database().jobs());
                var statement = jobs.createStatement()) {
            jobs.setAutoCommit(false);
            statement.execute(
                    "select set_config('parley.client_id', '%s', true), set_config('role', 'parley_jobs', true)"
                            .formatted(id));
            statement.execute("select private.append_event('%s', '%s', '%s', '{notes}') from generate_series(1, %d)"
                    .formatted(entity, type, entityId, times));
            jobs.commit();
        }
    }

    /** The id of the newest event. */
    public String head() {
        return parley.sql("select coalesce(max(id), 0) from events where client_id = ?", id);
    }

    /** Others count the clients that this person works in. */
    @Override
    public void close() {
        parley.sql("delete from client_members where client_id = ? returning id", id);
    }
}
