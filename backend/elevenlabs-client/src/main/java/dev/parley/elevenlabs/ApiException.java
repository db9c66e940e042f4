package dev.parley.elevenlabs;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The API answered with an error status. */
public final class ApiException extends ElevenLabsException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The kinds of refusal worth telling apart. */
    public enum Kind {
        AUTHENTICATION,
        PAYMENT_REQUIRED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        VALIDATION,
        RATE_LIMITED,
        SERVER,
        OTHER
    }

    private final Kind kind;
    private final int status;
    private final String code;
    private final @Nullable String requestId;
    private final @Nullable Duration retryAfter;

    ApiException(int status, String code, @Nullable String requestId, @Nullable Duration retryAfter) {
        super("ElevenLabs answered " + status + (code.isEmpty() ? "" : " " + code));
        this.kind = kind(status);
        this.status = status;
        this.code = code;
        this.requestId = requestId;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** ElevenLabs' own code, for example {@code concurrent_limit_exceeded}; empty when it sent none. */
    public String code() {
        return code;
    }

    /** The id to quote to ElevenLabs' support. */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** How long the API asks to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 401 -> Kind.AUTHENTICATION;
            case 402 -> Kind.PAYMENT_REQUIRED;
            case 403 -> Kind.FORBIDDEN;
            case 404 -> Kind.NOT_FOUND;
            case 409 -> Kind.CONFLICT;
            case 400, 422 -> Kind.VALIDATION;
            case 429 -> Kind.RATE_LIMITED;
            default -> status >= 500 ? Kind.SERVER : Kind.OTHER;
        };
    }
}
