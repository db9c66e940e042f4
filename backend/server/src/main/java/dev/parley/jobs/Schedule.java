package dev.parley.jobs;

import java.time.Duration;
import org.quartz.CronExpression;

/** When a job runs. */
public sealed interface Schedule {

    /** Again and again, from the moment it is first seen. */
    static Schedule every(Duration interval) {
        return new Every(interval);
    }

    /**
     * At given times.
     *
     * @param expression as Quartz has them, with seconds first, in UTC: {@code 0 30 3 * * ?} is every night at half past three
     * @throws IllegalArgumentException when it is none
     */
    static Schedule cron(String expression) {
        return new Cron(expression);
    }

    /** How late is too late: after it, something must be wrong with the schedule. */
    Duration tolerated();

    record Every(Duration interval) implements Schedule {

        private static final Duration LEAST_TOLERATED = Duration.ofMinutes(1);

        public Every {
            if (!interval.isPositive()) {
                throw new IllegalArgumentException("A job cannot run every " + interval);
            }
        }

        /** Three intervals, and not less than a minute. */
        @Override
        public Duration tolerated() {
            var thrice = interval.multipliedBy(3);
            return thrice.compareTo(LEAST_TOLERATED) < 0 ? LEAST_TOLERATED : thrice;
        }
    }

    record Cron(String expression) implements Schedule {

        private static final Duration TOLERATED = Duration.ofMinutes(10);

        public Cron {
            if (!CronExpression.isValidExpression(expression)) {
                throw new IllegalArgumentException("\"" + expression + "\" is no cron expression");
            }
        }

        @Override
        public Duration tolerated() {
            return TOLERATED;
        }
    }
}
