package dev.parley.sync;

import dev.parley.alerts.Alert;
import dev.parley.alerts.Alerts;
import dev.parley.conversations.ConversationRecorder;
import dev.parley.conversations.Conversations;
import dev.parley.conversations.Observed;
import dev.parley.elevenlabs.ConversationQuery;
import dev.parley.elevenlabs.ConversationSummary;
import dev.parley.elevenlabs.SortDirection;
import dev.parley.elevenlabs.UnexpectedResponseException;
import dev.parley.gateway.ElevenLabsGateway;
import dev.parley.gateway.UpstreamException;
import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.PersistenceException;
import dev.parley.persistence.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a client's sync. Lists what began since the last run (and a while before), asks in detail for what is new or
 * different, stores it as the webhook would. Whatever it does may be done again: a run that dies halfway is simply followed
 * by another one, which finds what was stored and goes on from there.
 */
@ApplicationScoped
public class ConversationSync {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationSync.class);
    private static final int PAGE = 100;
    private static final int STORED_TOGETHER = 25;
    private static final int UNFINISHED_AT_ONCE = 200;
    private static final Duration UNFINISHED_FOLLOWED = Duration.ofDays(7);
    private static final Duration FAILURES_HOLD = Duration.ofDays(1);

    private final ElevenLabsGateway gateway;
    private final DetailFetcher details;
    private final Conversations conversations;
    private final ConversationRecorder recorder;
    private final SyncCursors cursors;
    private final SyncRuns runs;
    private final Alerts alerts;
    private final Persistence persistence;
    private final SyncSettings settings;
    private final Clock clock;

    @Inject
    public ConversationSync(
            ElevenLabsGateway gateway,
            DetailFetcher details,
            Conversations conversations,
            ConversationRecorder recorder,
            SyncCursors cursors,
            SyncRuns runs,
            Alerts alerts,
            Persistence persistence,
            SyncSettings settings,
            Clock clock) {
        this.gateway = gateway;
        this.details = details;
        this.conversations = conversations;
        this.recorder = recorder;
        this.cursors = cursors;
        this.runs = runs;
        this.alerts = alerts;
        this.persistence = persistence;
        this.settings = settings;
        this.clock = clock;
    }

    /** How a run ended, or that there was none. */
    public enum Outcome {
        SUCCEEDED,
        FAILED,
        INTERRUPTED,
        /** Another run holds the client. */
        BUSY
    }

    /**
     * @param node the name of this process, for people who look at runs
     */
    public Outcome run(UUID clientId, SyncRun.Reason reason, String node) {
        var owner = SyncCursors.owner(node);
        if (!write(clientId, transaction -> cursors.acquire(transaction, owner))) {
            return Outcome.BUSY;
        }
        try (var lease = new Lease(persistence, cursors, clientId, owner)) {
            return new Run(clientId, lease, write(clientId, transaction -> runs.begin(transaction, reason, node)))
                    .carryOut();
        }
    }

    private <T> T write(UUID clientId, Work<T> work) {
        return persistence.inClient(Context.jobs(clientId), Mode.WRITE, work);
    }

    private <T> T read(UUID clientId, Work<T> work) {
        return persistence.inClient(Context.jobs(clientId), Mode.READ, work);
    }

    /** The state of one run. */
    private final class Run {

        private final UUID clientId;
        private final Lease lease;
        private final Instant began;
        private SyncRun run;
        private Instant failedSince = Instant.MAX;

        Run(UUID clientId, Lease lease, SyncRun run) {
            this.clientId = clientId;
            this.lease = lease;
            this.run = run;
            this.began = run.startedAt();
        }

        Outcome carryOut() {
            try {
                var since = read(clientId, cursors::syncedUntil).map(until -> until.minus(settings.overlap()));
                for (var agentId : read(clientId, conversations::agentIds)) {
                    var query = ConversationQuery.builder()
                            .agentId(agentId)
                            .includeSummaries()
                            .sort(SortDirection.ASC)
                            .pageSize(PAGE);
                    since.ifPresent(query::startedAfter);
                    list(query.build());
                }
                if (since.isPresent()) {
                    askAgainForTheUnfinished(since.get());
                }
                return finish();
            } catch (SyncCursors.LeaseLostException e) {
                LOG.warn("Sync of client {} stopped: another run has taken over", clientId);
                return Outcome.INTERRUPTED;
            } catch (UpstreamException e) {
                LOG.warn("Sync of client {} failed: {}", clientId, e.code());
                return fail(e);
            } catch (PersistenceException e) {
                LOG.warn("Sync of client {} stopped: the database is away", clientId, e);
                return Outcome.INTERRUPTED; // its lease runs out; the next run marks this one
            }
        }

        private void list(ConversationQuery query) {
            var cursor = java.util.Optional.<String>empty();
            do {
                var asked =
                        cursor.map(at -> query.toBuilder().cursor(at).build()).orElse(query);
                var page = gateway.conversations(clientId, asked);
                takeIn(page.items());
                cursor = page.next();
            } while (cursor.isPresent());
        }

        private void takeIn(List<ConversationSummary> page) {
            run = run.plus(page.size(), 0, 0, 0);
            var ids = page.stream().map(ConversationSummary::conversationId).toList();
            var news = PageNews.of(
                    page,
                    ids.isEmpty() ? Map.of() : read(clientId, transaction -> conversations.known(transaction, ids)));
            var sentiments = page.stream()
                    .filter(summary -> summary.sentimentAnalysis() != null)
                    .collect(Collectors.toMap(
                            ConversationSummary::conversationId,
                            summary -> summary.sentimentAnalysis().overallSentimentScore(),
                            (one, same) -> one));
            var starts = page.stream()
                    .collect(Collectors.toMap(
                            ConversationSummary::conversationId, ConversationSummary::startTime, (one, same) -> one));
            ask(news.stream().map(ConversationSummary::conversationId).toList(), sentiments, starts);
        }

        /** Of those too old for the list; the younger ones were in it. */
        private void askAgainForTheUnfinished(Instant before) {
            var ids = read(
                    clientId,
                    transaction -> conversations.unfinished(
                            transaction, began.minus(UNFINISHED_FOLLOWED), before, UNFINISHED_AT_ONCE));
            ask(ids, Map.of(), Map.of());
        }

        /** While some are stored the next ones are asked for already. */
        private void ask(List<String> ids, Map<String, Double> sentiments, Map<String, Instant> starts) {
            var chunks = new ArrayDeque<>(chunks(ids));
            var coming = details.fetch(clientId, chunks.element(), sentiments);
            while (!chunks.isEmpty()) {
                var some = chunks.remove();
                var answers = coming.get();
                if (answers.away() == null && !chunks.isEmpty()) {
                    coming = details.fetch(clientId, chunks.element(), sentiments);
                }
                answers.failed().forEach(id -> holdAt(starts.getOrDefault(id, began)));
                run = run.plus(0, some.size(), 0, answers.failed().size());
                store(answers.fetched());
                if (answers.away() != null) {
                    throw answers.away();
                }
            }
        }

        /** One without any when there is nothing to ask for: that the page was looked at is told, too. */
        private static List<List<String>> chunks(List<String> ids) {
            var chunks = new ArrayList<List<String>>();
            int from = 0;
            do {
                chunks.add(ids.subList(from, Math.min(ids.size(), from + STORED_TOGETHER)));
                from += STORED_TOGETHER;
            } while (from < ids.size());
            return chunks;
        }

        /** Together when all is well; one by one when one of them is not, so that it costs nobody else. */
        private void store(List<Observed> fetched) {
            if (lease.lost()) {
                throw new SyncCursors.LeaseLostException();
            }
            try {
                int changed = storeTogether(fetched);
                run = run.plus(0, 0, changed, 0);
            } catch (UnexpectedResponseException | PersistenceException e) {
                for (var one : fetched) {
                    storeAlone(one);
                }
            }
        }

        private int storeTogether(List<Observed> fetched) {
            return write(clientId, transaction -> {
                lease.check(transaction);
                int changed = recorder.record(transaction, fetched);
                runs.progress(transaction, run.plus(0, 0, changed, 0));
                return changed;
            });
        }

        private void storeAlone(Observed one) {
            try {
                run = run.plus(0, 0, storeTogether(List.of(one)), 0);
            } catch (UnexpectedResponseException e) {
                skip(one, e);
            } catch (PersistenceException e) {
                if (!e.isOfContent()) {
                    throw e; // the database is away, or somebody holds it: no conversation's fault
                }
                skip(one, e);
            }
        }

        private void skip(Observed one, RuntimeException why) {
            LOG.error("Conversation {} could not be stored", one.conversation().conversationId(), why);
            run = run.plus(0, 0, 0, 1);
            holdAt(Instant.ofEpochSecond(one.conversation().metadata().startTimeUnixSecs()));
        }

        /** The place stays before what failed, so that the next run meets it again; but not for ever. */
        private void holdAt(Instant start) {
            if (start.isAfter(began.minus(FAILURES_HOLD)) && start.isBefore(failedSince)) {
                failedSince = start;
            }
        }

        private Outcome finish() {
            write(clientId, transaction -> {
                lease.check(transaction);
                cursors.moveTo(transaction, failedSince.isBefore(began) ? failedSince : began);
                runs.finish(transaction, run, SyncRun.Status.SUCCEEDED, null);
                for (var kind : Alert.Kind.values()) {
                    alerts.close(transaction, kind);
                }
                return null;
            });
            return Outcome.SUCCEEDED;
        }

        /** Whoever refuses can be reached, and whoever cannot be reached refuses nothing: of the two, what was met last. */
        private Outcome fail(UpstreamException why) {
            boolean refused = why instanceof UpstreamException.Refused;
            write(clientId, transaction -> {
                lease.check(transaction);
                runs.finish(transaction, run, SyncRun.Status.FAILED, why.code().name());
                alerts.close(transaction, refused ? Alert.Kind.ELEVENLABS_UNAVAILABLE : Alert.Kind.ELEVENLABS_REFUSED);
                alerts.open(
                        transaction,
                        refused ? Alert.Kind.ELEVENLABS_REFUSED : Alert.Kind.ELEVENLABS_UNAVAILABLE,
                        why.code().name());
                return null;
            });
            return Outcome.FAILED;
        }
    }
}
