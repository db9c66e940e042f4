package dev.parley.graphql.engine;

import dev.parley.ErrorCode;
import graphql.ExecutionResult;
import org.jspecify.annotations.Nullable;

/** HTTP's word for how a request ended, as the GraphQL over HTTP draft has it. */
public final class StatusCodes {

    private StatusCodes() {}

    /** @param graphqlJson whether the client knows the newer media type; the older one answers 200 to whatever was JSON */
    public static int of(ExecutionResult result, boolean graphqlJson) {
        return result.isDataPresent() || !graphqlJson ? 200 : 400;
    }

    /** @param failure an error code; null when all went well */
    public static int of(@Nullable String failure) {
        return failure == null ? 200 : of(ErrorCode.valueOf(failure));
    }

    public static int of(ErrorCode code) {
        return switch (code) {
            // Apollo's protocol: some of its clients read no answer of another status, and would never send the query.
            case PERSISTED_QUERY_NOT_SUPPORTED -> 200;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case PAYLOAD_TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case RATE_LIMITED -> 429;
            case UPSTREAM_UNAVAILABLE -> 503;
            case TIMEOUT -> 504;
            case INTERNAL -> 500;
            case GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED, LIMIT_EXCEEDED, BAD_USER_INPUT -> 400;
        };
    }
}
