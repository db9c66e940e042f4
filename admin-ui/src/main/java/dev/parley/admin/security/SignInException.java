package dev.parley.admin.security;

import dev.parley.admin.language.TextKey;

/** Supabase Auth, or our own limiter, said no. */
final class SignInException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, as far as somebody can do something about it. */
    @TextKey("login.failed")
    enum Reason {
        WRONG_CREDENTIALS,
        EMAIL_NOT_CONFIRMED,
        BANNED,
        TOO_MANY_ATTEMPTS,
        /** A refresh token that will never work again. */
        SESSION_OVER,
        UNREACHABLE,
        /** Our own set-up is wrong, for example the key. */
        MISCONFIGURED
    }

    private final Reason reason;

    SignInException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    SignInException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
