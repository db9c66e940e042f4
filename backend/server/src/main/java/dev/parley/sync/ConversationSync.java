package dev.parley.sync;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversations.Conversation;
import dev.parley.conversations.Conversations;
import dev.parley.elevenlabs.ConversationQuery;
import dev.parley.elevenlabs.ConversationSummary;
import dev.parley.elevenlabs.SortDirection;
import dev.parley.gateway.ElevenLabsGateway;
import dev.parley.gateway.UpstreamException;
import dev.parley.jobs.JobResult;
import dev.parley.jobs.JobRun;
import dev.parley.jobs.LeaseLostException;
import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.PersistenceException;
import dev.parley.persistence.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a client's sync. Lists what began since the last run (and a while before), asks in detail for what is new or
 * different, stores it as the webhook would. A conversation that cannot be had costs the others nothing: it is asked for again later. Whatever it does may be done again: a run that dies halfway is simply followed
 * by another one, which finds what was stored and goes on from there.
 */
@ApplicationScoped
public class ConversationSync {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationSync.class);
    private static final int PAGE = 100;
    private static final int STORED_TOGETHER = 25;
    private static final int OLDER_AT_ONCE = 200;
    private static final Duration UNFINISHED_FOLLOWED = Duration.ofDays(7);
    private static final Duration DOUBTED_EVERY = Duration.ofHours(1);
    private static final int DOUBTS_REMEMBERED = 100_000;

    private final SyncTargets targets;
    private final ElevenLabsGateway gateway;
    private final DetailFetcher details;
    private final OutageCheck outages;
    private final Conversations conversations;
    private final SyncCursors cursors;
    private final SyncRuns runs;
    private final SyncFailures failures;
    private final SyncStore store;
    private final Persistence persistence;
    private final SyncSettings settings;
    /** Ids of conversations that were asked for although nothing said that they had changed. */
    private final Cache<String, Boolean> doubted = Caffeine.newBuilder()
            .expireAfterWrite(DOUBTED_EVERY)
            .maximumSize(DOUBTS_REMEMBERED)
            .build();

    @Inject
    public ConversationSync(
            SyncTargets targets,
            ElevenLabsGateway gateway,
            DetailFetcher details,
            OutageCheck outages,
            Conversations conversations,
            SyncCursors cursors,
            SyncRuns runs,
            SyncFailures failures,
            SyncStore store,
            Persistence persistence,
            SyncSettings settings) {
        this.targets = targets;
        this.gateway = gateway;
        this.details = details;
        this.outages = outages;
        this.conversations = conversations;
        this.cursors = cursors;
        this.runs = runs;
        this.failures = failures;
        this.store = store;
        this.persistence = persistence;
        this.settings = settings;
    }

    /** Does nothing when something keeps the client from being synced; syncStatus says what. */
    JobResult run(JobRun job) {
        var obstacle = targets.obstacle(job.clientId());
        if (obstacle.isPresent()) {
            return JobResult.skipped(obstacle.get().name());
        }
        var reason = job.isAskedFor() ? SyncRun.Reason.PERSON : SyncRun.Reason.SCHEDULE;
        return new Run(job, job.write(transaction -> runs.begin(transaction, reason, job.node()))).carryOut();
    }

    /** The state of one run. */
    private final class Run {

        private final UUID clientId;
        private final JobRun job;
        private final Instant began;
        private final Map<String, SyncFailure> waiting = new HashMap<>();
        private final Set<String> asked = new HashSet<>();
        private SyncRun run;

        Run(JobRun job, SyncRun run) {
            this.clientId = job.clientId();
            this.job = job;
            this.run = run;
            this.began = run.startedAt();
        }

        JobResult carryOut() {
            try {
                waiting.putAll(read(failures::waiting));
                var since = read(cursors::syncedUntil).map(until -> until.minus(settings.overlap()));
                for (var agentId : read(conversations::agentIds)) {
                    list(agentId, since);
                }
                if (since.isPresent()) {
                    askAgainForTheUnfinished(since.get());
                }
                ask(waiting.values().stream()
                        .map(SyncFailure::elevenlabsConversationId)
                        .toList());
                store.finish(job, run);
                return JobResult.SUCCEEDED;
            } catch (LeaseLostException e) {
                LOG.warn("Sync of client {} stopped: another run has taken over", clientId);
                return JobResult.INTERRUPTED;
            } catch (UpstreamException e) {
                LOG.warn("Sync of client {} failed: {}", clientId, e.code());
                store.fail(job, run, e);
                return JobResult.failed(e.code().name());
            } catch (PersistenceException e) {
                LOG.warn("Sync of client {} stopped: the database is away", clientId, e);
                return JobResult.INTERRUPTED; // its lease runs out; the next run marks this one
            }
        }

        private <T> T read(Work<T> work) {
            return persistence.inClient(Context.jobs(clientId), Mode.READ, work);
        }

        private void list(String agentId, Optional<Instant> since) {
            var query = ConversationQuery.builder()
                    .agentId(agentId)
                    .includeSummaries()
                    .sort(SortDirection.ASC)
                    .pageSize(PAGE);
            since.ifPresent(query::startedAfter);
            var wanted = query.build();
            var listed = new HashSet<String>();
            var cursor = Optional.<String>empty();
            do {
                var page = gateway.conversations(
                        clientId,
                        cursor.map(at -> wanted.toBuilder().cursor(at).build()).orElse(wanted));
                page.items().forEach(summary -> listed.add(summary.conversationId()));
                takeIn(page.items());
                cursor = page.next();
            } while (cursor.isPresent());
            if (since.isPresent()) {
                ask(doubtful(read(transaction -> conversations.notListed(
                                transaction, agentId, since.get().plusSeconds(1), began, listed, OLDER_AT_ONCE))
                        .stream()));
            }
        }

        private void takeIn(List<ConversationSummary> page) {
            run = run.plus(page.size(), 0, 0, 0);
            var ids = page.stream().map(ConversationSummary::conversationId).toList();
            var known = ids.isEmpty()
                    ? Map.<String, Conversation>of()
                    : read(transaction -> conversations.known(transaction, ids));
            var sentiments = page.stream()
                    .filter(summary -> summary.sentimentAnalysis() != null)
                    .collect(Collectors.toMap(
                            ConversationSummary::conversationId,
                            summary -> summary.sentimentAnalysis().overallSentimentScore(),
                            (one, same) -> one));
            var wanted = PageNews.of(page, known).stream().map(ConversationSummary::conversationId);
            ask(
                    Stream.concat(wanted, doubtful(PageNews.listedThoughDeleted(page, known)).stream())
                            .toList(),
                    sentiments);
        }

        /** Nothing says that these have changed, but the list is odd about them: so not in every run. */
        private List<String> doubtful(Stream<String> ids) {
            return ids.filter(id -> doubted.asMap().putIfAbsent(id, true) == null)
                    .toList();
        }

        /** Of those too old for the list; the younger ones were in it. */
        private void askAgainForTheUnfinished(Instant before) {
            ask(read(transaction ->
                    conversations.unfinished(transaction, began.minus(UNFINISHED_FOLLOWED), before, OLDER_AT_ONCE)));
        }

        private void ask(List<String> ids) {
            if (!ids.isEmpty()) {
                ask(ids, Map.of());
            }
        }

        /** While some are stored the next ones are asked for already. */
        private void ask(List<String> ids, Map<String, Double> sentiments) {
            var chunks = new ArrayDeque<>(chunks(
                    ids.stream().filter(this::isToBeAsked).filter(asked::add).toList()));
            var coming = details.fetch(clientId, chunks.element(), sentiments);
            while (!chunks.isEmpty()) {
                var some = chunks.remove();
                var answers = coming.get();
                run = run.plus(0, some.size(), 0, 0);
                var outage = outages.behind(clientId, answers);
                if (outage.isPresent()) {
                    run = store.store(job, run, answers.withoutFaults(), waiting);
                    throw outage.get();
                }
                if (!chunks.isEmpty()) {
                    coming = details.fetch(clientId, chunks.element(), sentiments);
                }
                run = store.store(job, run, answers, waiting);
            }
        }

        /** What failed before waits for its time, unless a person asks: they may have mended what was wrong. */
        private boolean isToBeAsked(String id) {
            var failure = waiting.get(id);
            return failure == null || run.reason() == SyncRun.Reason.PERSON || failures.isDue(failure);
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
    }
}
