package dev.parley.graphql.engine;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.persistence.SqlFailure;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.InputMapDefinesTooManyFieldsException;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import jakarta.persistence.OptimisticLockException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong into an error with a code and a request id, and nothing of the inside. */
public final class Failures implements DataFetcherExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private static final int LONGEST_MESSAGE = 500;

    /** What the engine raises when the document is good but the variables are not. */
    private static final List<Class<? extends GraphQLError>> VARIABLES = List.of(
            CoercingParseLiteralException.class,
            CoercingParseValueException.class,
            NonNullableValueCoercedAsNullException.class,
            InputMapDefinesTooManyFieldsException.class);

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(
                        error(parameters.getException(), parameters.getPath(), parameters.getSourceLocation()))
                .build());
    }

    /** @param why null: a value was missing where there must be one */
    static GraphQLError error(@Nullable Throwable why, ResultPath path, @Nullable SourceLocation location) {
        var failure = translate(why);
        if (failure.code() == ErrorCode.INTERNAL) {
            LOG.error("Field {} failed", path, why);
        }
        return GraphqlErrorBuilder.newError()
                .message("%s", failure.getMessage())
                .path(path)
                .location(location)
                .extensions(Map.of("code", failure.code().name()))
                .build();
    }

    /** What a client may know of a failure. */
    public static ParleyException translate(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ParleyException known) {
                return known;
            }
            if (isOfVariables(cause)) { // thrown where it is not made an error
                return new ParleyException(ErrorCode.BAD_USER_INPUT, shortened(cause.getMessage()), cause);
            }
            if (cause instanceof OptimisticLockException) {
                return new ParleyException(ErrorCode.CONFLICT, "Somebody else changed it in the meantime", cause);
            }
        }
        return SqlFailure.behind(failure).map(sql -> translate(sql, failure)).orElseGet(() -> internal(failure));
    }

    private static boolean isOfVariables(Object failure) {
        return VARIABLES.stream().anyMatch(type -> type.isInstance(failure));
    }

    private static ParleyException translate(SqlFailure sql, @Nullable Throwable failure) {
        return switch (sql) {
            case TIMED_OUT -> new ParleyException(ErrorCode.TIMEOUT, "The answer took too long to find", failure);
            case UNAVAILABLE ->
                new ParleyException(
                        ErrorCode.UPSTREAM_UNAVAILABLE, "The database cannot be reached right now, try again", failure);
            case CONTENT -> new ParleyException(ErrorCode.BAD_USER_INPUT, "A value cannot be used", failure);
            case OTHER -> internal(failure);
        };
    }

    private static ParleyException internal(@Nullable Throwable failure) {
        return new ParleyException(ErrorCode.INTERNAL, "Something went wrong on our side", failure);
    }

    /** An answer that consists of one error. */
    public static Map<String, Object> answer(ParleyException failure, String requestId) {
        var extensions = new LinkedHashMap<String, Object>();
        extensions.put("code", failure.code().name());
        extensions.put("requestId", requestId);
        failure.retryAfter().ifPresent(wait -> extensions.put("retryAfterSeconds", wait.toSeconds()));
        return Map.of("errors", List.of(Map.of("message", failure.getMessage(), "extensions", extensions)));
    }

    /** An error of the engine or of a field in its final form. */
    static Map<String, Object> finished(GraphQLError error, String requestId) {
        var specification = new LinkedHashMap<>(error.toSpecification());
        specification.put("message", shortened(error.getMessage()));
        var extensions = new LinkedHashMap<String, Object>();
        extensions.put("code", code(error));
        extensions.put("requestId", requestId);
        specification.put("extensions", extensions);
        return specification;
    }

    /** Some of the engine's messages quote whatever the client sent, however long it is. */
    private static String shortened(@Nullable String message) {
        return message == null || message.length() <= LONGEST_MESSAGE
                ? String.valueOf(message)
                : message.substring(0, LONGEST_MESSAGE) + "…";
    }

    /** The code of an error, whoever made it. */
    public static String code(GraphQLError error) {
        var extensions = error.getExtensions();
        if (extensions != null && extensions.get("code") instanceof String code) {
            return code;
        }
        if (isOfVariables(error)) {
            return ErrorCode.BAD_USER_INPUT.name();
        }
        return (switch (error.getErrorType()) {
                    case ErrorType.InvalidSyntax -> ErrorCode.GRAPHQL_PARSE_FAILED;
                    case ErrorType.ValidationError, ErrorType.OperationNotSupported ->
                        ErrorCode.GRAPHQL_VALIDATION_FAILED;
                    case ErrorType.ExecutionAborted -> ErrorCode.LIMIT_EXCEEDED;
                    default -> ErrorCode.INTERNAL;
                })
                .name();
    }
}
