package dev.parley.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * What requests to the server in this JVM send to PostgreSQL, by request id. It listens to the driver's own trace, on the
 * thread that sends: nothing in the product knows of it, and nothing that goes over the wire escapes it.
 */
public final class Statements implements AutoCloseable {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private static final Pattern PARSE = Pattern.compile("FE=> Parse\\(.*?query=\"(.*)\",oids", Pattern.DOTALL);
    private static final String EXECUTED = "\u0000";

    private final Map<String, List<String>> sent = new ConcurrentHashMap<>();
    private final Level levelBefore = DRIVER.getLevel();
    private final boolean parentsBefore = DRIVER.getUseParentHandlers();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            var request = MDC.get("requestId");
            if (request == null) {
                return;
            }
            var message = entry.getMessage();
            var parsed = PARSE.matcher(message);
            if (parsed.find()) {
                sent(request).add(parsed.group(1).strip());
            } else if (message.contains("FE=> Execute(") || message.contains("FE=> SimpleQuery(")) {
                var before = sent(request);
                // Nothing at all is the pool's look whether a connection still lives.
                if (!isOfNothing(entry)
                        && (before.isEmpty() || !before.getLast().isEmpty())) {
                    before.add(EXECUTED);
                }
            }
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    private Statements() {
        DRIVER.addHandler(handler);
        DRIVER.setUseParentHandlers(false);
        DRIVER.setLevel(Level.FINEST);
    }

    public static Statements listen() {
        return new Statements();
    }

    /** How many statements a request had executed, transaction control included. */
    public int executed(String requestId) {
        return (int) sent(requestId).stream().filter(EXECUTED::equals).count();
    }

    /** The statements it had parsed, without their values. */
    public List<String> texts(String requestId) {
        return sent(requestId).stream()
                .filter(text -> !text.isEmpty() && !text.equals(EXECUTED))
                .toList();
    }

    @Override
    public void close() {
        DRIVER.removeHandler(handler);
        DRIVER.setLevel(levelBefore);
        DRIVER.setUseParentHandlers(parentsBefore);
    }

    /** A simple query's text is a parameter of the entry; an execution's are others. */
    private static boolean isOfNothing(LogRecord entry) {
        var parameters = entry.getParameters();
        return parameters != null && parameters.length == 1 && "".equals(parameters[0]);
    }

    private List<String> sent(String requestId) {
        return sent.computeIfAbsent(requestId, id -> new CopyOnWriteArrayList<>());
    }
}
