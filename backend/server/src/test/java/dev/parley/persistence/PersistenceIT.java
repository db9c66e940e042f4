package dev.parley.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The one door to the database: whose rows a transaction sees, and what it may not do. */
class PersistenceIT {

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final Persistence persistence =
            CDI.current().select(Persistence.class).get();

    @Test
    void eachTransactionSeesItsOwnClientWhateverTheConnectionDidBefore() {
        var other = new OwnClient(parley);
        for (int i = 0; i < 30; i++) { // more than there are connections
            var id = i % 2 == 0 ? other.id() : client.id();
            var seen = persistence.inClient(
                    Context.request(id, UUID.randomUUID(), "viewer"),
                    Mode.READ,
                    transaction -> text(transaction, "select string_agg(id::text, ',') from clients"));
            assertThat(seen).isEqualTo(id.toString());
        }
        var nobody = persistence.inClient(
                Context.person(UUID.randomUUID()),
                Mode.READ,
                transaction ->
                        text(transaction, "select count(*) || coalesce(private.client_id()::text, '-') from clients"));
        assertThat(nobody).isEqualTo("0-");
    }

    @Test
    void aReadingTransactionCannotWrite() {
        var context = Context.request(client.id(), UUID.randomUUID(), "owner");

        assertThatThrownBy(() -> persistence.inClient(
                        context, Mode.READ, transaction -> update(transaction, "update leads set notes = 'x'")))
                .isInstanceOfSatisfying(PersistenceException.class, e -> assertThat(e.hasState("25006"))
                        .isTrue());
    }

    @Test
    void aViewersTransactionChangesNoRow() {
        var context = Context.request(client.id(), UUID.randomUUID(), "viewer");

        assertThat(persistence.<Integer>inClient(
                        context, Mode.WRITE, transaction -> update(transaction, "update leads set notes = 'x'")))
                .isZero();
    }

    @Test
    void whatFailsLeavesNothing() {
        var context = Context.jobs(client.id());

        assertThatThrownBy(() -> persistence.inClient(context, Mode.WRITE, transaction -> {
                    update(
                            transaction,
                            "insert into agents (client_id, elevenlabs_agent_id, name)"
                                    + " values (private.client_id(), 'agent_rolled_back', 'x')");
                    throw new IllegalStateException("later");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(parley.sql("select count(*) from agents where elevenlabs_agent_id = 'agent_rolled_back'"))
                .isEqualTo("0");
    }

    @Test
    void actsAfterTheCommitHappenOnlyThenAndLastActsComeLast() {
        var order = new ArrayList<String>();
        persistence.inClient(Context.jobs(client.id()), Mode.WRITE, transaction -> {
            transaction.afterCommit(() -> order.add("committed"));
            transaction.last(connection -> order.add("last"));
            return order.add("work");
        });
        assertThat(order).containsExactly("work", "last", "committed");
        assertThatThrownBy(() -> persistence.inClient(Context.jobs(client.id()), Mode.WRITE, transaction -> {
                    transaction.afterCommit(() -> order.add("never"));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(order).doesNotContain("never");
    }

    @Test
    void aForgottenRoleFailsAtOnceAndLoudly() throws SQLException {
        long begun = System.nanoTime();
        try (var connection = persistence.backendDataSource().getConnection()) {
            assertThatThrownBy(() -> connection.createStatement().executeQuery("select * from leads"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
            connection.rollback();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aStatementThatTakesTooLongIsEndedAndSaysSo() {
        var settings = new DatabaseSettings(
                DatabaseSettings.from(org.eclipse.microprofile.config.ConfigProvider.getConfig())
                        .backend(),
                parley.database().jobs(),
                1,
                1,
                Duration.ofSeconds(1));
        try (var impatient = new Persistence(settings)) {
            assertThatThrownBy(() -> impatient.inClient(
                            Context.request(client.id(), UUID.randomUUID(), "viewer"),
                            Mode.READ,
                            transaction -> text(transaction, "select pg_sleep(20)::text")))
                    .isInstanceOfSatisfying(PersistenceException.class, e -> assertThat(e.timedOut())
                            .isTrue());
            // The connection is good for the next one.
            assertThat(impatient.<String>inClient(
                            Context.person(UUID.randomUUID()),
                            Mode.READ,
                            transaction -> text(transaction, "select 'on'")))
                    .isEqualTo("on");
        }
    }

    private static String text(Transaction transaction, String sql) throws SQLException {
        try (var row = transaction.connection().createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static int update(Transaction transaction, String sql) throws SQLException {
        return transaction.connection().createStatement().executeUpdate(sql);
    }
}
