package dev.parley.jobs;

import dev.parley.ParleyException;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.PersistenceException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Quartz's way in, the same for all jobs: its key says which job, and for whom. The name of this class stands in the
 * database: who renames it has to remove what is scheduled there.
 */
@ApplicationScoped
@DisallowConcurrentExecution
class JobExecution implements org.quartz.Job {

    private static final Logger LOG = LoggerFactory.getLogger(JobExecution.class);
    private static final String REQUEST_ID = "requestId";

    private final Jobs jobs;
    private final JobSchedule schedule;
    private final JobStates states;
    private final Persistence persistence;

    @Inject
    JobExecution(Jobs jobs, JobSchedule schedule, JobStates states, Persistence persistence) {
        this.jobs = jobs;
        this.schedule = schedule;
        this.states = states;
        this.persistence = persistence;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var id = JobSchedule.id(context.getJobDetail().getKey());
        var askedFor = JobSchedule.isAskedFor(context.getMergedJobDataMap());
        MDC.put(REQUEST_ID, context.getFireInstanceId());
        try {
            run(id, askedFor);
        } catch (PersistenceException | ScheduleException e) {
            LOG.warn("{} could not begin: the database is away", id, e);
        } finally {
            MDC.remove(REQUEST_ID);
        }
    }

    /** @return empty when another run holds the job (then it is run later), or when no such job is declared here */
    Optional<JobResult> run(JobId id, boolean askedFor) {
        return jobs.find(id.job()).flatMap(job -> run(job, id, askedFor));
    }

    private Optional<JobResult> run(Job job, JobId id, boolean askedFor) {
        var node = schedule.node();
        var owner = node + "/" + UUID.randomUUID();
        boolean free = persistence.inClient(
                id.context(), Mode.WRITE, transaction -> states.acquire(transaction, job.name(), owner, job.lease()));
        if (!free) {
            schedule.once(id, askedFor, job.lease()); // when the lease of a node that died has run out
            return Optional.empty();
        }
        var lease = new JobLease(persistence, states, id, owner, job.lease());
        var result = JobResult.INTERRUPTED;
        try {
            result = carryOut(job, new JobRun(id, node, askedFor, lease, persistence));
        } finally {
            lease.giveBack(result);
        }
        return Optional.of(result);
    }

    private static JobResult carryOut(Job job, JobRun run) {
        try {
            return job.work().run(run);
        } catch (LeaseLostException e) {
            LOG.warn("{} stopped: another run has taken over", run);
            return JobResult.INTERRUPTED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return JobResult.INTERRUPTED;
        } catch (ParleyException e) {
            LOG.warn("{} failed", run, e);
            return JobResult.failed(e.code().name());
        } catch (Exception e) {
            LOG.warn("{} failed", run, e);
            return JobResult.failed(e.getClass().getSimpleName());
        }
    }
}
