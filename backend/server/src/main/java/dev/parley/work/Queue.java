package dev.parley.work;

import java.time.Duration;
import java.util.List;

/**
 * How the items of one queue are worked on. Begin with {@link #named} and change what is different.
 *
 * @param name in lower case, one for each queue; it is stored with each item
 * @param retryDelays waits after each failed attempt; one more attempt than there are delays, then the item is given up
 * @param parallelism how many items a node works on at once
 * @param parallelismPerClient how many of them may be of one client, on each node
 * @param lease how long a node may be silent before another one takes its items over; for {@link LeaseHandler} only
 * @param doneKept how long items stay after they were done; zero: they are deleted as they are done
 * @param givenUpKept how long items that were given up stay
 */
public record Queue(
        String name,
        List<Duration> retryDelays,
        int parallelism,
        int parallelismPerClient,
        Duration lease,
        Duration doneKept,
        Duration givenUpKept) {

    /** Four retries within about an hour, four items at once, one of each client, leases of a minute, done items deleted. */
    public static Queue named(String name) {
        return new Queue(
                name,
                List.of(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1)),
                4,
                1,
                Duration.ofMinutes(1),
                Duration.ZERO,
                Duration.ofDays(90));
    }

    public Queue {
        if (name.isBlank() || parallelismPerClient < 1 || parallelism < parallelismPerClient || !lease.isPositive()) {
            throw new IllegalArgumentException("A queue has a name, places for each client, and leases: " + name);
        }
        retryDelays = List.copyOf(retryDelays);
    }

    public Queue retriesAfter(Duration... delays) {
        return new Queue(name, List.of(delays), parallelism, parallelismPerClient, lease, doneKept, givenUpKept);
    }

    public Queue parallel(int items, int ofOneClient) {
        return new Queue(name, retryDelays, items, ofOneClient, lease, doneKept, givenUpKept);
    }

    public Queue leasedFor(Duration time) {
        return new Queue(name, retryDelays, parallelism, parallelismPerClient, time, doneKept, givenUpKept);
    }

    public Queue keeping(Duration done, Duration givenUp) {
        return new Queue(name, retryDelays, parallelism, parallelismPerClient, lease, done, givenUp);
    }

    int maxAttempts() {
        return retryDelays.size() + 1;
    }
}
