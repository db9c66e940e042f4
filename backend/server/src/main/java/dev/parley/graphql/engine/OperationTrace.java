package dev.parley.graphql.engine;

import dev.parley.security.Caller;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one operation while it is looked at, for its answer and its lines in the request log: one for a query or a mutation, two for a subscription
 * (when it begins and when it ends; the second says how long it ran).
 */
public final class OperationTrace {

    /** A subscription began. */
    private static final String SUBSCRIBE = "SUBSCRIBE";
    /** A subscription that had begun ended. */
    private static final String UNSUBSCRIBE = "UNSUBSCRIBE";

    private final OperationLog log;
    private final String requestId;
    private final String method;
    private final long begun = System.nanoTime();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable Caller caller;
    private volatile @Nullable NamedOperation operation;
    private volatile Budget.@Nullable Charge charge;
    private volatile boolean streams;

    /** @param method HTTP's, or what stands for it */
    public OperationTrace(OperationLog log, String requestId, String method) {
        this.log = log;
        this.requestId = requestId;
        this.method = method;
    }

    public void caller(Caller known) {
        caller = known;
    }

    void operation(@Nullable NamedOperation known) {
        operation = known;
    }

    void charge(Budget.Charge known) {
        charge = known;
    }

    public String requestId() {
        return requestId;
    }

    /** The answer and, as far as it is known, what it cost. */
    public Map<String, Object> withCost(Map<String, Object> answer) {
        var known = charge;
        if (known == null) {
            return answer;
        }
        var whole = new LinkedHashMap<>(answer);
        whole.put("extensions", Map.of("cost", known.shown()));
        return whole;
    }

    /** It is answered, well or with an error, and over. */
    public void answered(int status, @Nullable String failure) {
        if (over.compareAndSet(false, true)) {
            record(method, status, failure);
        }
    }

    /** It streams from now on. */
    public void began() {
        streams = true;
        record(SUBSCRIBE, 200, null);
    }

    /**
     * It is over, whoever ended it.
     *
     * @param failure the code, null when all went well
     */
    public void ended(@Nullable String failure) {
        if (over.compareAndSet(false, true)) {
            record(streams ? UNSUBSCRIBE : method, StatusCodes.of(failure), failure);
        }
    }

    private void record(String how, int status, @Nullable String failure) {
        var took = Duration.ofNanos(System.nanoTime() - begun);
        log.record(new OperationLog.Line(requestId, how, status, took, caller, operation, failure));
    }
}
