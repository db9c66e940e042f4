package dev.parley.sync;

import dev.parley.conversations.ConversationRecorder;
import dev.parley.conversations.Observed;
import dev.parley.elevenlabs.UnexpectedResponseException;
import dev.parley.gateway.UpstreamException;
import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.PersistenceException;
import dev.parley.persistence.Work;
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
    private final Persistence persistence;
    private final Clock clock;

    @Inject
    SyncStore(
            ConversationRecorder recorder,
            SyncCursors cursors,
            SyncRuns runs,
            SyncFailures failures,
            SyncAlerts alerts,
            Persistence persistence,
            Clock clock) {
        this.recorder = recorder;
        this.cursors = cursors;
        this.runs = runs;
        this.failures = failures;
        this.alerts = alerts;
        this.persistence = persistence;
        this.clock = clock;
    }

    /**
     * Together when all is well; one by one when one of them is not, so that it costs nobody else.
     *
     * @param waiting those that had failed before
     * @throws SyncCursors.LeaseLostException when another run has taken over
     * @throws PersistenceException when the database is away
     */
    SyncRun store(Lease lease, SyncRun run, DetailFetcher.Answers answers, Map<String, SyncFailure> waiting) {
        if (lease.lost()) {
            throw new SyncCursors.LeaseLostException();
        }
        try {
            return storeTogether(lease, run, answers, waiting);
        } catch (SyncCursors.LeaseLostException e) {
            throw e;
        } catch (RuntimeException e) {
            var stored = run;
            var faults = new ArrayList<>(answers.faults());
            for (var one : answers.fetched()) {
                stored = storeAlone(lease, stored, one, waiting, faults);
            }
            return storeTogether(lease, stored, new DetailFetcher.Answers(List.of(), answers.gone(), faults), waiting);
        }
    }

    private SyncRun storeAlone(
            Lease lease, SyncRun run, Observed one, Map<String, SyncFailure> waiting, List<Fault> faults) {
        var id = one.conversation().conversationId();
        try {
            return storeTogether(lease, run, new DetailFetcher.Answers(List.of(one), List.of(), List.of()), waiting);
        } catch (SyncCursors.LeaseLostException e) {
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
            Lease lease, SyncRun run, DetailFetcher.Answers answers, Map<String, SyncFailure> waiting) {
        return write(lease, transaction -> {
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
    void finish(Lease lease, SyncRun run) {
        write(lease, transaction -> {
            cursors.moveTo(transaction, run.startedAt());
            runs.finish(transaction, run, SyncRun.Status.SUCCEEDED, null);
            alerts.succeeded(transaction);
            return run;
        });
    }

    /** It did not, and the next one begins where this one did. */
    void fail(Lease lease, SyncRun run, UpstreamException why) {
        write(lease, transaction -> {
            runs.finish(transaction, run, SyncRun.Status.FAILED, why.code().name());
            alerts.failed(transaction, why);
            return run;
        });
    }

    private SyncRun write(Lease lease, Work<SyncRun> work) {
        return persistence.inClient(Context.jobs(lease.clientId()), Mode.WRITE, transaction -> {
            lease.check(transaction);
            return work.run(transaction);
        });
    }
}
