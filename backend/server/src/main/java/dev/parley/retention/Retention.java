package dev.parley.retention;

import dev.parley.jobs.Job;
import dev.parley.jobs.JobResult;
import dev.parley.jobs.JobRun;
import dev.parley.jobs.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has everything forgotten that is old, once an hour. */
@ApplicationScoped
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final List<Forgetting> all;

    @Inject
    Retention(Instance<Forgetting> all) {
        this.all = all.stream().toList();
    }

    @Produces
    static Job job(Retention retention) {
        return Job.forInstallation("retention", Schedule.every(Duration.ofHours(1)), retention::forgetOld);
    }

    /** What cannot be forgotten keeps nothing else. */
    JobResult forgetOld(JobRun run) {
        boolean failed = false;
        for (var things : all) {
            try {
                LOG.debug("{} {} that were old enough were forgotten", things.forgetOld(), things.what());
            } catch (RuntimeException e) {
                failed = true;
                LOG.warn("Old {} could not be forgotten, trying again in an hour", things.what(), e);
            }
        }
        return failed ? JobResult.failed("NOT_ALL_FORGOTTEN") : JobResult.SUCCEEDED;
    }
}
