package dev.parley.testing;

import dev.parley.clients.ClientMaker;
import dev.parley.sandbox.world.Agent;
import dev.parley.sandbox.world.Client;
import dev.parley.sandbox.world.Membership;
import dev.parley.sandbox.world.User;
import dev.parley.sync.Schedules;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A client of a test's own, at ElevenLabs, at Supabase and in Parley: with an agent, its secrets and somebody in each role.
 * Nobody else writes to it, so what the test finds there is its own.
 */
public final class OwnClient {

    private final Parley parley;
    private final Client client;

    /** One whose conversations are in English and come by webhook only. */
    public OwnClient(Parley parley) {
        this(parley, "en", false, true);
    }

    private OwnClient(Parley parley, String language, boolean withApiKey, boolean withWebhookSecret) {
        this.parley = parley;
        var id = UUID.randomUUID();
        client = Client.withNewSecrets(
                id, "Client of a test", new Agent("agent_" + id.toString().replace("-", ""), "Agent", language));
        var people = Stream.of("owner", "admin", "analyst", "viewer")
                .map(role -> person(Map.of(client, role)))
                .toList();
        parley.world().add(List.of(client), people);
        ClientMaker.create(client, people, withApiKey, withWebhookSecret);
    }

    public static OwnClient russian(Parley parley) {
        return new OwnClient(parley, "ru", false, true);
    }

    /** One that has an API key: its conversations are synced, too. Its first run has been asked for. */
    public static OwnClient synced(Parley parley) {
        var client = new OwnClient(parley, "en", true, true);
        Schedules.ofNewClients();
        return client;
    }

    /** One that shares no secret with ElevenLabs yet. */
    public static OwnClient withoutSecrets(Parley parley) {
        return new OwnClient(parley, "en", false, false);
    }

    /** Somebody who works in several clients, in the given roles. */
    public static User inAll(Parley parley, Map<OwnClient, String> roles) {
        var user = person(roles.entrySet().stream()
                .collect(Collectors.toMap(role -> role.getKey().client(), Map.Entry::getValue)));
        parley.world().add(List.of(), List.of(user));
        user.memberships()
                .forEach(membership -> parley.sql(
                        "insert into client_members (client_id, user_id, role) values (?, ?, ?) returning id",
                        membership.clientId(),
                        user.id(),
                        membership.role()));
        return user;
    }

    private static User person(Map<Client, String> roles) {
        return new User(
                UUID.randomUUID(),
                "someone-" + UUID.randomUUID() + "@parley.example",
                "only-for-tests",
                roles.entrySet().stream()
                        .map(role -> new Membership(role.getKey().id(), role.getValue()))
                        .toList());
    }

    public UUID id() {
        return client.id();
    }

    /** As the sandbox knows it. */
    public Client client() {
        return client;
    }

    /** Its owner. */
    public Api api() {
        return api("owner");
    }

    /** Somebody in the role. */
    public Api api(String role) {
        return parley.as(member(role));
    }

    public User member(String role) {
        return parley.member(client, role);
    }

    /** Of somebody in the role. */
    public String token(String role) {
        return parley.token(member(role));
    }

    /** Its owner's. */
    public Socket socket() {
        return Socket.open(parley.graphqlSocket(), token("owner"), null);
    }

    /** A conversation with its agent. */
    public Call call() {
        return Call.to(client.agent().id());
    }

    /** Posts a conversation as ElevenLabs would; it must be taken. */
    public void tell(Call call) {
        parley.tell(client, call);
    }

    /** The same, of that time. */
    public void tell(Call call, Instant at) {
        parley.tell(client, call, at);
    }

    /** @return its id */
    public String lead(String status, int score) {
        return parley.sql(
                "insert into leads (client_id, status, lead_quality_score) values (?, ?, ?) returning id",
                id(),
                status,
                score);
    }

    /** @return its id */
    public String agent(String name) {
        return parley.sql(
                "insert into agents (client_id, elevenlabs_agent_id, name) values (?, ?, ?) returning id",
                id(),
                "agent_" + name,
                name);
    }

    /** @return its id */
    public String conversation(String status, String language, String agentId) {
        return parley.sql(
                "insert into conversations (client_id, elevenlabs_conversation_id, agent_id, status, language, started_at,"
                        + " content_hash, observed_at) values (?, ?, ?::uuid, ?, ?, now(), 'x', now()) returning id",
                id(),
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
                            .formatted(id()));
            statement.execute("select private.append_event('%s', '%s', '%s', '{notes}') from generate_series(1, %d)"
                    .formatted(entity, type, entityId, times));
            jobs.commit();
        }
    }

    /** The id of the newest event. */
    public String head() {
        return parley.sql("select coalesce(max(id), 0) from events where client_id = ?", id());
    }
}
