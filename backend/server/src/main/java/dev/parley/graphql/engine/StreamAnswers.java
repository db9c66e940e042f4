package dev.parley.graphql.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionResult;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers what one subscription streams, with what others have been answered where it is the same. */
public final class StreamAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Instead of an answer: this group has not asked for such an event. */
    private static final String NOT_WANTED = "";

    private final StreamGroup group;
    private final Sharing sharing;
    private final Function<Object, @Nullable ExecutionResult> execution;
    private final String requestId;

    /**
     * @param json the answer; of a failure its errors
     * @param failure the code when the event could not be shown at all, else null
     */
    public record Answered(String json, @Nullable String failure) {}

    /** @param execution null for what the subscriber has not asked for */
    StreamAnswers(
            StreamGroup group,
            Sharing sharing,
            Function<Object, @Nullable ExecutionResult> execution,
            String requestId) {
        this.group = group;
        this.sharing = sharing;
        this.execution = execution;
        this.requestId = requestId;
    }

    /** @return null when the subscriber has not asked for such an event */
    @Nullable
    public Answered answer(Object element) {
        var own = new Answered[1];
        var shared = sharing.answer(group, element, () -> {
            var result = execution.apply(element);
            own[0] = answered(result);
            if (own[0] == null) {
                return NOT_WANTED;
            }
            return result.getErrors().isEmpty() ? own[0].json() : null; // errors name the request
        });
        if (own[0] != null) {
            return own[0];
        }
        if (shared == null) {
            return answered(execution.apply(element));
        }
        return shared.equals(NOT_WANTED) ? null : new Answered(shared, null);
    }

    private @Nullable Answered answered(@Nullable ExecutionResult result) {
        if (result == null) {
            return null;
        }
        var answer = GraphQlEngine.answer(result, requestId);
        return result.getData() == null && !result.getErrors().isEmpty()
                ? new Answered(
                        json(answer.get("errors")),
                        Failures.code(result.getErrors().getFirst()))
                : new Answered(json(answer), null);
    }

    public static String json(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer could not be written", e);
        }
    }
}
