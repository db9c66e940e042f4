package dev.parley.sync;

import java.util.UUID;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.MDC;

/** Quartz's way in; one for each client. All behaviour is in {@link ConversationSync}, which knows nothing of Quartz. */
@DisallowConcurrentExecution
final class SyncJob implements Job {

    /** Key in a trigger's data: why it fires. */
    static final String REASON = "reason";

    private final ConversationSync sync;
    private final SyncTargets targets;
    private final SyncSchedule schedule;

    SyncJob(ConversationSync sync, SyncTargets targets, SyncSchedule schedule) {
        this.sync = sync;
        this.targets = targets;
        this.schedule = schedule;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var clientId = UUID.fromString(context.getJobDetail().getKey().getName());
        MDC.put("requestId", context.getFireInstanceId());
        try {
            if (targets.obstacle(clientId).isPresent()) {
                return; // syncStatus says which
            }
            var reason = context.getMergedJobDataMap().containsKey(REASON)
                    ? SyncRun.Reason.valueOf(context.getMergedJobDataMap().getString(REASON))
                    : SyncRun.Reason.SCHEDULE;
            if (sync.run(clientId, reason, schedule.node()) == ConversationSync.Outcome.BUSY) {
                schedule.onceMore(clientId, reason); // when the lease of a node that died has run out
            }
        } finally {
            MDC.remove("requestId");
        }
    }
}
