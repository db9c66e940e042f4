package dev.parley.events;

import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets one consumer catch up in every client. Clients take turns, a page of events each; one that fails holds up no other. */
final class ConsumerRun {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerRun.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);

    private final EventConsumer consumer;
    private final Persistence persistence;
    private final ConsumerPositions positions;
    private final Clock clock;
    private final Map<UUID, Retry> retries = new HashMap<>();

    private record Retry(Duration after, Instant at) {}

    ConsumerRun(EventConsumer consumer, Persistence persistence, Clock clock) {
        this.consumer = consumer;
        this.persistence = persistence;
        this.positions = new ConsumerPositions(persistence);
        this.clock = clock;
    }

    /** Until it has read all there is, but for clients where it failed. */
    void catchUp() {
        boolean read;
        do {
            read = false;
            for (var behind : positions.behind(consumer.name())) {
                var retry = retries.get(behind.clientId());
                if (retry == null || !clock.instant().isBefore(retry.at())) {
                    read |= page(behind);
                }
            }
        } while (read);
    }

    private boolean page(ConsumerPositions.Behind behind) {
        var clientId = behind.clientId();
        try {
            if (behind.isNew()) {
                positions.begin(clientId, consumer.name());
            }
            boolean read = persistence.inClient(Context.jobs(clientId), Mode.WRITE, this::consume);
            retries.remove(clientId);
            return read;
        } catch (RuntimeException e) {
            var retry = retries.get(clientId);
            var after = retry == null ? FIRST_RETRY : least(retry.after().multipliedBy(2), LONGEST_RETRY);
            retries.put(clientId, new Retry(after, clock.instant().plus(after)));
            LOG.warn(
                    "{} could not deal with events of client {}, trying again in {}",
                    consumer.name(),
                    clientId,
                    after,
                    e);
            return false;
        }
    }

    /** @return whether there were any */
    private boolean consume(Transaction transaction) throws SQLException {
        var position = ConsumerPositions.lock(transaction, consumer.name());
        if (position.isEmpty()) {
            return false;
        }
        long from = position.getAsLong();
        var past = FeedReader.past(transaction, transaction.context().clientId(), from, Long.MAX_VALUE);
        if (past.floor() > from) {
            consumer.missed(transaction);
        }
        var events = past.kept().stream()
                .filter(event -> consumer.entities().contains(event.change().entity()))
                .toList();
        if (!events.isEmpty()) {
            consumer.consume(transaction, events);
        }
        long upTo = past.kept().isEmpty()
                ? Math.max(from, past.floor())
                : past.kept().getLast().id();
        ConsumerPositions.advance(transaction, consumer.name(), upTo);
        return upTo > from;
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
