package dev.parley.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What one logger of the server in this JVM says, from now on. */
public final class LogLines implements AutoCloseable {

    private final Logger logger;
    private final List<ILoggingEvent> lines = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing(); // keeps the thread's request id
            lines.add(event);
        }
    };

    /** @param name of the logger: a class that may not be visible here */
    public LogLines(String name) {
        logger = (Logger) LoggerFactory.getLogger(name);
        appender.start();
        logger.addAppender(appender);
    }

    /** Those of one request. */
    public List<ILoggingEvent> of(String requestId) {
        return lines.stream()
                .filter(line -> requestId.equals(line.getMDCPropertyMap().get("requestId")))
                .toList();
    }

    public List<ILoggingEvent> all() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
    }
}
