package dev.parley.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import dev.parley.persistence.Context;
import dev.parley.persistence.DatabaseRole;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Declared jobs run at their time, on one node, and say how it went. */
class JobsIT {

    private static final Schedule DAILY = Schedule.every(Duration.ofDays(1));

    private static final String OURS = " where client_id = '%s' and job = 'of-a-test'";

    private final Parley parley = Parley.shared();
    private final UUID client = new OwnClient(parley).id();
    private final TestJobs tests = TestJobs.shared();
    private final Jobs jobs = CDI.current().select(Jobs.class).get();
    private final Persistence persistence =
            CDI.current().select(Persistence.class).get();
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void takeItAway() {
        tests.take(client);
        JobsHere.look();
    }

    @Test
    void aJobRunsAndItsStatusSaysHowItWent() {
        scheduled(DAILY, run -> {
            runs.incrementAndGet();
            return JobResult.SUCCEEDED;
        });

        await().until(() -> status().last().isPresent());

        assertThat(runs).hasValue(1);
        assertThat(status().runningSince()).isEmpty();
        var last = status().last().orElseThrow();
        assertThat(last.result()).isEqualTo(JobResult.SUCCEEDED);
        assertThat(last.duration()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(status().nextAt()).hasValueSatisfying(next -> assertThat(next)
                .isBetween(
                        last.startedAt().plus(Duration.ofHours(23)),
                        last.startedAt().plus(Duration.ofHours(25))));
    }

    @Test
    void whatARunThrowsIsItsCode() {
        scheduled(DAILY, run -> {
            throw new IllegalStateException("of no client's business");
        });

        await().until(() -> status().last().isPresent());

        assertThat(status().last().orElseThrow().result()).isEqualTo(JobResult.failed("IllegalStateException"));
    }

    @Test
    void oneWaitingRunIsEnoughHoweverOftenItIsAskedFor() throws Exception {
        var go = new CountDownLatch(1);
        var askedFor = new AtomicInteger();
        scheduled(DAILY, run -> {
            go.await();
            askedFor.addAndGet(run.isAskedFor() ? 1 : 0);
            runs.incrementAndGet();
            return JobResult.SUCCEEDED;
        });
        await().until(() -> status().runningSince().isPresent());

        assertThat(jobs.runNow(TestJobs.NAME, client)).isTrue();
        assertThat(jobs.runNow(TestJobs.NAME, client)).isFalse();
        go.countDown();

        await().untilAtomic(runs, is(2));
        assertThat(askedFor).hasValue(1);
        assertThat(jobs.runNow(TestJobs.NAME, UUID.randomUUID()))
                .as("a client without the job")
                .isFalse();
    }

    @Test
    void aRunThatHasLostItsLeaseWritesNothingAndSaysNothing() {
        var inWork = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var refused = new AtomicReference<RuntimeException>();
        scheduled(DAILY, run -> {
            inWork.countDown();
            go.await();
            try {
                return run.write(transaction -> JobResult.SUCCEEDED);
            } catch (LeaseLostException e) {
                refused.set(e);
                throw e;
            }
        });
        await().until(() -> inWork.getCount() == 0);

        parley.execute("update job_states set lease_owner = 'another'" + OURS.formatted(client));
        go.countDown();

        await().until(() -> refused.get() != null);
        await().until(() -> !isInQuartzsHands());
        assertThat(parley.sql(
                        "select lease_owner || coalesce(last_outcome, '') from job_states" + OURS.formatted(client)))
                .isEqualTo("another");
    }

    @Test
    void whileAnotherRunHoldsTheJobItWaitsForItsLease() {
        scheduled(DAILY, run -> JobResult.SUCCEEDED);
        await().until(() -> status().last().isPresent() && !isInQuartzsHands());
        lease("now() + interval '1 hour'");

        assertThat(JobsHere.run(TestJobs.NAME, client)).isEmpty();

        assertThat(parley.sql(
                        "select trigger_state from quartz.qrtz_triggers where trigger_group = ? and trigger_name = ?",
                        TestJobs.NAME + "-asked-for",
                        client.toString()))
                .isEqualTo("WAITING");
    }

    @Test
    void whatADeadNodeLeftIsToldAsInterrupted() {
        var seen = new AtomicReference<JobStatus>();
        scheduled(DAILY, run -> {
            seen.set(status());
            return JobResult.SUCCEEDED;
        });
        await().until(() -> status().last().isPresent() && !isInQuartzsHands());
        lease("now() - interval '1 second'");

        assertThat(JobsHere.run(TestJobs.NAME, client)).contains(JobResult.SUCCEEDED);

        assertThat(seen.get().last().orElseThrow().result()).isEqualTo(JobResult.INTERRUPTED);
        assertThat(status().last().orElseThrow().result()).isEqualTo(JobResult.SUCCEEDED);
    }

    @Test
    void anotherScheduleIsTakenOverAndNoneIsRemoved() {
        scheduled(DAILY, run -> JobResult.SUCCEEDED);
        await().until(() -> status().last().isPresent());

        scheduled(Schedule.cron("0 30 3 * * ?"), run -> JobResult.SUCCEEDED);

        assertThat(status().nextAt())
                .hasValueSatisfying(next ->
                        assertThat(next.atOffset(ZoneOffset.UTC).toLocalTime()).isEqualTo(LocalTime.of(3, 30)));
        tests.take(client);
        JobsHere.look();
        assertThat(status().nextAt()).isEmpty();
        assertThat(jobs.runNow(TestJobs.NAME, client)).isFalse();
    }

    @Test
    void aLateScheduleIsSetUpAnewAndToldButNotWhileItRuns() {
        var go = new CountDownLatch(1);
        scheduled(DAILY, run -> {
            go.await();
            runs.incrementAndGet();
            return JobResult.SUCCEEDED;
        });
        await().until(() -> status().runningSince().isPresent());
        tests.stalls().clear();
        makeLate();

        JobsHere.look();
        assertThat(tests.stalls()).as("while it runs").isEmpty();
        go.countDown();
        await().until(() -> status().last().isPresent() && !isInQuartzsHands());
        makeLate();
        JobsHere.look();

        assertThat(tests.stalls()).contains(ScheduleState.LATE);
        await().untilAtomic(runs, is(2));
    }

    @Test
    void theInstallationHasJobsToo() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(persistence
                        .inClient(
                                Context.system(DatabaseRole.JOBS),
                                Mode.READ,
                                transaction -> jobs.status(transaction, "retention"))
                        .last())
                .hasValueSatisfying(last -> assertThat(last.result()).isEqualTo(JobResult.SUCCEEDED)));
        assertThat(jobs.next("retention", null)).isPresent();
    }

    /** Whoever ran a version that kept its jobs under another scheduler's name, with a class that is no more. */
    @Test
    void whatAnOlderVersionScheduledIsLeftAlone() {
        parley.execute(
                """
                insert into quartz.qrtz_job_details values
                    ('parley', '%1$s', 'conversations', null, 'dev.parley.sync.SyncJob', true, true, false, true, null);
                insert into quartz.qrtz_triggers (sched_name, trigger_name, trigger_group, job_name, job_group, next_fire_time,
                        prev_fire_time, priority, trigger_state, trigger_type, start_time, end_time, misfire_instr) values
                    ('parley', '%1$s', 'conversations', '%1$s', 'conversations', 1000, -1, 5, 'WAITING', 'SIMPLE', 1000, 0, 3);
                insert into quartz.qrtz_simple_triggers values ('parley', '%1$s', 'conversations', -1, 300000, 0)"""
                        .formatted(client));

        scheduled(DAILY, run -> JobResult.SUCCEEDED);
        await().until(() -> status().last().isPresent());

        assertThat(
                        parley.sql(
                                "select trigger_state || ' ' || next_fire_time from quartz.qrtz_triggers where sched_name = 'parley'"))
                .isEqualTo("WAITING 1000");
    }

    @Test
    void aRunOfTheInstallationHasNoClient() {
        var run = new JobRun(new JobId("retention", null), "a test", false, null, persistence);
        assertThatThrownBy(run::clientId).isInstanceOf(IllegalStateException.class);
    }

    private void scheduled(Schedule schedule, Job.Work work) {
        tests.give(client, schedule, work);
        JobsHere.look();
    }

    private JobStatus status() {
        return persistence.inClient(
                Context.jobs(client), Mode.READ, transaction -> jobs.status(transaction, TestJobs.NAME));
    }

    /** Of a run that is on no node of ours. */
    private void lease(String until) {
        parley.execute(
                "update job_states set lease_owner = 'another', lease_since = now() - interval '1 minute', lease_until = %s"
                                .formatted(until)
                        + OURS.formatted(client));
    }

    private void makeLate() {
        parley.execute(
                "update quartz.qrtz_triggers set next_fire_time = 1000, trigger_state = case trigger_state when 'WAITING' then 'PAUSED' else trigger_state end where trigger_group = '%s' and trigger_name = '%s'"
                        .formatted(TestJobs.NAME, client));
    }

    private boolean isInQuartzsHands() {
        return !"0"
                .equals(parley.sql(
                        "select count(*) from quartz.qrtz_fired_triggers where job_name = ?", client.toString()));
    }
}
