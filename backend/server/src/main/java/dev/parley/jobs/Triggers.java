package dev.parley.jobs;

import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.ScheduleBuilder;
import org.quartz.SimpleScheduleBuilder;

/** Schedules as Quartz has them. */
final class Triggers {

    private Triggers() {}

    static ScheduleBuilder<?> of(Schedule schedule, Misfire misfire) {
        return switch (schedule) {
            case Schedule.Every every -> interval(every, misfire);
            case Schedule.Cron cron -> times(cron, misfire);
        };
    }

    private static ScheduleBuilder<?> interval(Schedule.Every every, Misfire misfire) {
        var builder = SimpleScheduleBuilder.simpleSchedule()
                .withIntervalInMilliseconds(every.interval().toMillis())
                .repeatForever();
        return switch (misfire) {
            case RUN_NOW -> builder.withMisfireHandlingInstructionNowWithRemainingCount();
            case SKIP -> builder.withMisfireHandlingInstructionNextWithRemainingCount();
        };
    }

    private static ScheduleBuilder<?> times(Schedule.Cron cron, Misfire misfire) {
        var builder = CronScheduleBuilder.cronSchedule(cron.expression()).inTimeZone(TimeZone.getTimeZone("UTC"));
        return switch (misfire) {
            case RUN_NOW -> builder.withMisfireHandlingInstructionFireAndProceed();
            case SKIP -> builder.withMisfireHandlingInstructionDoNothing();
        };
    }
}
