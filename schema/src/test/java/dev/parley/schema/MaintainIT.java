package dev.parley.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The request log in months: what came too early or too late finds its place, what is old goes. */
class MaintainIT {

    private static final String DEFAULT = "parley_partitions.api_logs_default";

    private TestDatabase database;
    private Connection owner;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabase.create();
        owner = database.connect();
    }

    @AfterEach
    void drop() throws SQLException {
        owner.close();
        database.close();
    }

    @Test
    void whatFellIntoTheDefaultPartitionMovesToItsMonthAsItWas() throws SQLException {
        for (var age : new String[] {"40 days", "70 days", "-300 days"}) {
            write(owner, age);
        }
        var before = one("select string_agg(l::text, ' ' order by id) from api_logs l");
        assertThat(one("select count(*) from " + DEFAULT)).isEqualTo("3");

        assertThat(maintain("90")).isZero();

        assertThat(one("select count(*) from " + DEFAULT)).isEqualTo("0");
        assertThat(one("select string_agg(l::text, ' ' order by id) from api_logs l"))
                .isEqualTo(before);
        write(owner, "40 days");
        assertThat(one("select count(*) from " + DEFAULT)).isEqualTo("0");
        assertThat(new Decisions().violations(owner)).isEmpty();
    }

    @Test
    void whatIsOldGoesWithItsPartitionOrWithoutOne() throws SQLException {
        write(owner, "200 days");
        maintain("1000");
        write(owner, "300 days"); // to the default partition
        write(owner, "0 days");
        int partitions = partitions();

        assertThat(maintain("90")).isZero();

        assertThat(one("select count(*) from api_logs")).isEqualTo("1");
        assertThat(partitions()).isEqualTo(partitions - 1);
    }

    @Test
    void aPartitionGoesWhenItsYoungestRowCouldBeTooOldNotBefore() throws SQLException {
        write(owner, "200 days");
        var name =
                "to_regclass('parley_partitions.api_logs_' || to_char((now() - interval '200 days') at time zone 'UTC', 'YYYY_MM'))";
        maintain("201");
        assertThat(one("select %s is not null and count(*) = 1 from api_logs".formatted(name)))
                .isEqualTo("t");
        maintain("168"); // a month later at most, its last day is too old
        assertThat(one("select %s is null and count(*) = 0 from api_logs".formatted(name)))
                .isEqualTo("t");
    }

    @Test
    void itMakesTheComingMonthsAndRunsTwice() throws SQLException {
        owner.createStatement()
                .execute("do $$ declare n text; begin for n in select inhrelid::regclass from pg_inherits"
                        + " where inhparent = 'api_logs'::regclass and inhrelid <> '" + DEFAULT + "'::regclass"
                        + " loop execute 'drop table ' || n; end loop; end $$");

        assertThat(maintain("90")).isZero();
        assertThat(maintain("")).isZero();

        assertThat(partitions()).isEqualTo(4);
    }

    @Test
    void whoWritesMeanwhileLosesNothing() throws Exception {
        var writing = new AtomicBoolean(true);
        try (var executor = Executors.newSingleThreadExecutor();
                var jobs = database.connect(database.jobs())) {
            jobs.createStatement().execute("set role parley_log");
            Callable<Integer> writer = () -> {
                int written = 0;
                for (; writing.get(); written++) {
                    write(jobs, written % 2 == 0 ? "0 days" : 40 + written / 2 % 40 * 30 + " days");
                }
                return written;
            };
            var written = executor.submit(writer);
            for (int i = 0; i < 20; i++) {
                assertThat(maintain("10000")).isZero();
            }
            writing.set(false);
            var all = written.get(30, TimeUnit.SECONDS); // first: the last one may still be on its way
            assertThat(one("select count(*) from api_logs")).isEqualTo(all.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "ninety", "1.5"})
    void aNumberOfDaysThatIsNoneIsRefused(String days) throws SQLException {
        write(owner, "1 day");

        assertThat(maintain(days)).isEqualTo(2);

        assertThat(one("select count(*) from api_logs")).isEqualTo("1");
    }

    private int maintain(String keptDays) {
        var url = database.owner();
        return Maintain.run(Map.of(
                "DIRECT_URL",
                url.jdbc() + (url.jdbc().contains("?") ? "&" : "?") + "user=" + url.user() + "&password="
                        + url.password(),
                "PARLEY_API_LOGS_KEPT_DAYS",
                keptDays));
    }

    private static void write(Connection connection, String age) throws SQLException {
        connection
                .createStatement()
                .execute(
                        "insert into api_logs (service_name, endpoint, method, response_time_ms, created_at, operation_name)"
                                + " values ('graphql', '/graphql', 'POST', 7, now() - interval '" + age
                                + "', 'Named')");
    }

    private int partitions() throws SQLException {
        return Integer.parseInt(one("select count(*) from pg_inherits where inhparent = 'api_logs'::regclass"
                + " and inhrelid <> '" + DEFAULT + "'::regclass"));
    }

    private String one(String query) throws SQLException {
        try (var row = owner.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
