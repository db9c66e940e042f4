package dev.parley.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing appears in the database without a decision on who may touch it. */
class CatalogueIT {

    private static final Decisions DECISIONS = new Decisions();

    private static TestDatabase database;

    @BeforeAll
    static void create() throws SQLException {
        database = TestDatabase.create();
    }

    @AfterAll
    static void drop() throws SQLException {
        database.close();
    }

    @Test
    void everythingIsAsDecided() throws SQLException {
        try (var owner = database.connect()) {
            assertThat(DECISIONS.violations(owner)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table public.surprise (client_id uuid not null)",
                "create view public.surprise as select * from public.leads",
                "create materialized view private.surprise as select 1 as one",
                "create table public.surprise partition of public.api_logs for values from ('2001-01-01') to ('2001-02-01')",
                "create function public.surprise() returns int language sql return 1",
                "create function private.surprise(uuid) returns int language sql security definer set search_path = '' return 1",
                "grant delete on public.leads to parley_request",
                "grant select (email) on public.leads to parley_feed",
                "grant truncate on public.leads to parley_jobs",
                "grant select on public.leads to app_backend",
                "grant select on public.conversations to public",
                "grant execute on function private.create_client(uuid, text, text, text) to parley_request",
                "alter function private.my_memberships() reset search_path",
                "create or replace function private.client_id() returns uuid language sql stable as $$ select null::uuid $$",
                "alter table public.leads no force row level security",
                "alter table public.leads disable row level security"
            })
    void noticesWhatNobodyDecided(String change) throws SQLException {
        try (var owner = database.connect()) {
            owner.setAutoCommit(false);
            owner.createStatement().execute(change);
            assertThat(DECISIONS.violations(owner)).as(change).isNotEmpty();
            owner.rollback();
        }
    }

    @Test
    void theSchemaIsNotExposedToStrangers() throws SQLException {
        try (var backend = database.connect(database.backend());
                var rows = backend.createStatement()
                        .executeQuery(
                                "select n.nspname from pg_namespace n where n.nspname in ('private', 'parley_partitions')"
                                        + " and has_schema_privilege(current_user, n.oid, 'usage')")) {
            assertThat(rows.next())
                    .as("the log-in itself may enter no schema of ours")
                    .isFalse();
        }
    }
}
