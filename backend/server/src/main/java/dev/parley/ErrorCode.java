package dev.parley;

/** Every code a client can meet in {@code extensions.code}. The list is closed: add with care, never rename. */
public enum ErrorCode {
    GRAPHQL_PARSE_FAILED,
    GRAPHQL_VALIDATION_FAILED,
    LIMIT_EXCEEDED,
    PAYLOAD_TOO_LARGE,
    UNSUPPORTED_MEDIA_TYPE,
    TIMEOUT,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    BAD_USER_INPUT,
    PERSISTED_QUERY_NOT_SUPPORTED,
    CONFLICT,
    RATE_LIMITED,
    UPSTREAM_UNAVAILABLE,
    INTERNAL
}
