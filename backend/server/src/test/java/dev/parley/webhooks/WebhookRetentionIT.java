package dev.parley.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import jakarta.enterprise.inject.spi.CDI;
import org.junit.jupiter.api.Test;

/** Raw webhooks hold what callers said: they are not kept for ever. */
class WebhookRetentionIT {

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final WebhookRetention retention =
            CDI.current().select(WebhookRetention.class).get();

    @Test
    void whatWasDealtWithGoesAfterThirtyDays() {
        store("processed", 31);
        store("ignored", 31);
        store("processed", 29);
        store("given_up", 31);
        store("given_up", 89);

        assertThat(retention.forgetOld()).isEqualTo(2);

        assertThat(kept()).isEqualTo("given_up 31, given_up 89, processed 29");
    }

    @Test
    void whatWasGivenUpGoesAfterNinety() {
        store("given_up", 91);
        store("given_up", 89);

        assertThat(retention.forgetOld()).isEqualTo(1);

        assertThat(kept()).isEqualTo("given_up 89");
    }

    @Test
    void whatWaitsIsNeverForgotten() {
        store("pending", 400);

        assertThat(retention.forgetOld()).isZero();

        assertThat(kept()).isEqualTo("pending 400");
        parley.sql("delete from inbound_webhooks where client_id = ? returning id", client.id());
    }

    @Test
    void theDaysCountFromWhenItWasDealtWith() {
        store("processed", 31);
        parley.sql(
                "update inbound_webhooks set processed_at = now() - interval '1 day' where client_id = ? returning id",
                client.id());

        assertThat(retention.forgetOld()).isZero();
    }

    @Test
    void ofMoreThanGoAtOnceNothingStays() {
        parley.sql(
                "with old as (insert into inbound_webhooks (client_id, source, type, dedupe_key, body, status, received_at)"
                        + " select ?, 'elevenlabs', 't', i::text, '', 'ignored', now() - interval '31 days'"
                        + " from generate_series(1, 1200) i returning id) select count(*) from old",
                client.id());

        assertThat(retention.forgetOld()).isEqualTo(1200);
    }

    /** What came of it stays, and the very same news, told again after the row has gone, changes nothing. */
    @Test
    void theConversationStays() {
        var call = client.call().user("Mail me: retention@example.com");
        var at = java.time.Instant.now();
        client.tell(call, at);
        await().until(() -> parley.leadOf(call.id()) != null);
        var before = parley.sql("select version from leads where id = ?::uuid", parley.leadOf(call.id()));
        parley.sql(
                "update inbound_webhooks set processed_at = now() - interval '31 days' where convert_from(body, 'UTF8') like ? returning id",
                "%" + call.id() + "%");

        assertThat(retention.forgetOld()).isEqualTo(1);
        client.tell(call, at);

        await().until(() -> "processed"
                .equals(parley.sql(
                        "select status from inbound_webhooks where convert_from(body, 'UTF8') like ?",
                        "%" + call.id() + "%")));
        assertThat(parley.sql("select version from leads where id = ?::uuid", parley.leadOf(call.id())))
                .isEqualTo(before);
    }

    private void store(String status, int days) {
        parley.sql(
                "insert into inbound_webhooks (client_id, source, type, dedupe_key, body, status, next_attempt_at, received_at)"
                        + " values (?, 'elevenlabs', 'post_call_transcription', gen_random_uuid()::text, 'words', ?,"
                        // Due so late that nobody begins with it.
                        + " case when ? = 'pending' then now() + interval '1 day' end, now() - make_interval(days => ?)) returning id",
                client.id(),
                status,
                status,
                days);
    }

    private String kept() {
        return parley.sql(
                "select string_agg(concat(status, ' ', (now()::date - received_at::date)), ', ' order by status, received_at desc)"
                        + " from inbound_webhooks where client_id = ?",
                client.id());
    }
}
