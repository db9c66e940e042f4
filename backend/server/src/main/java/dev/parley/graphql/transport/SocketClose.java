package dev.parley.graphql.transport;

import dev.parley.ErrorCode;

/** Why a socket is closed. Codes are those of graphql-transport-ws, and ours beside them. */
enum SocketClose {
    BAD_MESSAGE(4400, "Bad message"),
    UNAUTHORIZED(4401, "Unauthorized"),
    FORBIDDEN(4403, "Forbidden"),
    TRY_AGAIN(1013, "Try again later"),
    INIT_TIMEOUT(4408, "Connection initialisation timeout"),
    DUPLICATE_ID(4409, "Subscriber already exists"),
    SECOND_INIT(4429, "Too many initialisation requests"),
    TOO_MANY_OPERATIONS(4291, "Too many operations on one socket"),
    SLOW_READER(4290, "Slow reader: resume with your last event id"),
    ROLE_CHANGED(1012, "Your role has changed: reconnect and resume with your last event id"),
    DRAINING(1012, "Server is restarting: reconnect and resume with your last event id");

    private final int code;
    private final String reason;

    SocketClose(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    /** For a caller who is refused with a code. */
    static SocketClose of(ErrorCode refused) {
        return switch (refused) {
            case UNAUTHENTICATED -> UNAUTHORIZED;
            case FORBIDDEN -> FORBIDDEN;
            case UPSTREAM_UNAVAILABLE -> TRY_AGAIN;
            default -> BAD_MESSAGE;
        };
    }

    int code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
