package dev.parley.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** How many statements threads of this JVM have PostgreSQL execute, by the threads' name, from the driver's own trace. */
public final class StatementsOfThreads extends Handler implements AutoCloseable {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final Level levelBefore = DRIVER.getLevel();
    private final boolean parentsBefore = DRIVER.getUseParentHandlers();

    public StatementsOfThreads() {
        DRIVER.addHandler(this);
        DRIVER.setUseParentHandlers(false);
        DRIVER.setLevel(Level.FINEST);
    }

    public int on(String threads) {
        var count = counts.get(threads);
        return count == null ? 0 : count.get();
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getMessage().contains("FE=> Execute(")) {
            counts.computeIfAbsent(Thread.currentThread().getName(), name -> new AtomicInteger())
                    .incrementAndGet();
        }
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public void close() {
        DRIVER.removeHandler(this);
        DRIVER.setLevel(levelBefore);
        DRIVER.setUseParentHandlers(parentsBefore);
    }
}
