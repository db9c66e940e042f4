package dev.parley.sandbox.elevenlabs;

import com.sun.net.httpserver.HttpExchange;
import dev.parley.sandbox.http.Answer;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the API was asked, the newest ten thousand. */
public final class Requests {

    private static final int MOST_KEPT = 10_000;

    private final Deque<Asked> asked = new ArrayDeque<>();
    private final AtomicInteger running = new AtomicInteger();
    private final Clock clock;

    Requests(Clock clock) {
        this.clock = clock;
    }

    /** Oldest first. */
    public List<Asked> all() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    public void clear() {
        synchronized (asked) {
            asked.clear();
        }
    }

    /** Answers, and remembers what was asked. */
    public Answer record(HttpExchange exchange, @Nullable Fault fault, Fault.Right answering) throws IOException {
        var at = clock.instant();
        int atOnce = running.incrementAndGet();
        try {
            var answer = answering.answer();
            var uri = exchange.getRequestURI();
            keep(new Asked(
                    exchange.getRequestMethod(),
                    uri.getPath(),
                    Optional.ofNullable(uri.getRawQuery()).orElse(""),
                    answer.status(),
                    at.toEpochMilli(),
                    atOnce,
                    fault == null ? null : fault.kind().toString()));
            return answer;
        } finally {
            running.decrementAndGet();
        }
    }

    private void keep(Asked one) {
        synchronized (asked) {
            asked.add(one);
            if (asked.size() > MOST_KEPT) {
                asked.remove();
            }
        }
    }
}
