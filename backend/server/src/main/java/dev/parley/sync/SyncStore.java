package dev.parley.sync;

import dev.parley.conversations.ConversationRecorder;
import dev.parley.conversations.Observed;
import dev.parley.elevenlabs.UnexpectedResponseException;
import dev.parley.gateway.UpstreamException;
import dev.parley.jobs.JobRun;
import dev.parley.jobs.LeaseLostException;
import dev.parley.persistence.PersistenceException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run writes: only while it holds its client. Each method answers the run as it is then. */
@ApplicationScoped
class SyncStore {

    private static final Logger LOG = LoggerFactory.getLogger(SyncStore.class);

    private final ConversationRecorder recorder;
    private final SyncCursors cursors;
    private final SyncRuns runs;
    private final SyncFailures failures;
    private final SyncAlerts alerts;
    private final Clock clock;

    @Inject
    SyncStore(
            ConversationRecorder recorder,
            SyncCursors cursors,
            SyncRuns runs,
            SyncFailures failures,
            SyncAlerts alerts,
            Clock clock) {
        this.recorder = recorder;
        this.cursors = cursors;
        this.runs = runs;
        this.failures = failures;
        this.alerts = alerts;
        this.clock = clock;
    }

    /**
     * Together when all is well; one by one when one of them is not, so that it costs nobody else.
     *
     * @param waiting those that had failed before
     * @throws LeaseLostException when another run has taken over
     * @throws PersistenceException when the database is away
     */
    SyncRun store(JobRun job, SyncRun run, DetailFetcher.Answers answers, Map<String, SyncFailure> waiting) {
        try {
            return storeTogether(job, run, answers, waiting);
        } catch (LeaseLostException e) {
            throw e;
        } catch (RuntimeException e) {
            var stored = run;
            var faults = new ArrayList<>(answers.faults());
            for (var one : answers.fetched()) {
                stored = storeAlone(job, stored, one, waiting, faults);
            }
            return storeTogether(job, stored, new DetailFetcher.Answers(List.of(), answers.gone(), faults), waiting);
        }
    }

    private SyncRun storeAlone(
            JobRun job, SyncRun run, Observed one, Map<String, SyncFailure> waiting, List<Fault> faults) {
        var id = one.conversation().conversationId();
        try {
            return storeTogether(job, run, new DetailFetcher.Answers(List.of(one), List.of(), List.of()), waiting);
        } catch (LeaseLostException e) {
            throw e;
        } catch (PersistenceException e) {
            if (!e.isOfContent()) {
                throw e; // the database is away, or somebody holds it: no conversation's fault
            }
            LOG.error("Conversation {} could not be stored", id, e);
            faults.add(new Fault(id, e));
        } catch (UnexpectedResponseException e) {
            LOG.warn("Conversation {} could not be stored: {}", id, e.getMessage());
            faults.add(new Fault(id, e));
        } catch (RuntimeException e) {
            LOG.error("Conversation {} could not be stored", id, e);
            faults.add(new Fault(id, e));
        }
        return run;
    }

    private SyncRun storeTogether(
            JobRun job, SyncRun run, DetailFetcher.Answers answers, Map<String, SyncFailure> waiting) {
        return job.write(transaction -> {
            int changed = recorder.record(transaction, answers.fetched());
            if (!answers.gone().isEmpty()) {
                changed += recorder.markDeletedAtSource(transaction, answers.gone(), clock.instant());
            }
            var settled = answers.ids().filter(waiting::containsKey).toList();
            if (!settled.isEmpty()) {
                failures.settle(transaction, settled);
            }
            if (!answers.faults().isEmpty()) {
                failures.add(transaction, run.id(), answers.faults(), waiting);
            }
            var now = run.plus(0, 0, changed, answers.faults().size());
            runs.progress(transaction, now);
            return now;
        });
    }

    /** The run saw everything there was to see when it began: the next one begins there. */
    void finish(JobRun job, SyncRun run) {
        job.write(transaction -> {
            cursors.moveTo(transaction, run.startedAt());
            runs.finish(transaction, run, SyncRun.Status.SUCCEEDED, null);
            alerts.succeeded(transaction);
            return run;
        });
    }

    /** It did not, and the next one begins where this one did. */
    void fail(JobRun job, SyncRun run, UpstreamException why) {
        job.write(transaction -> {
            runs.finish(transaction, run, SyncRun.Status.FAILED, why.code().name());
            alerts.failed(transaction, why);
            return run;
        });
    }
}
