package dev.parley.elevenlabs;

import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The API answered with an error status. The message names status, code and request id, and nothing of the content. */
public final class ApiException extends ElevenLabsException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The kinds of refusal worth telling apart. */
    public enum Kind {
        /** The key is missing, wrong or revoked. */
        AUTHENTICATION,
        /** The key is good and lacks a scope. */
        PERMISSION,
        /** The account has no credits left. */
        QUOTA,
        /** The workspace or plan does not allow it. */
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        /** The request is wrong; {@link ApiException#problems} may say where. */
        VALIDATION,
        /** Too many requests: wait. */
        RATE_LIMITED,
        /** Too many requests at the same time: let one's own end first, and then have fewer. */
        CONCURRENCY,
        /** ElevenLabs has too much to do, whoever asks: wait. */
        BUSY,
        /** ElevenLabs failed or is down. */
        SERVER,
        OTHER
    }

    private final Kind kind;
    private final int status;
    private final ErrorBody body;
    private final @Nullable String requestId;
    private final @Nullable Duration retryAfter;

    ApiException(Kind kind, int status, ErrorBody body, @Nullable String requestId, @Nullable Duration retryAfter) {
        super(message(status, body, requestId));
        this.kind = kind;
        this.status = status;
        this.body = body;
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
        return body.code();
    }

    /** ElevenLabs' own words. They may quote what was asked for: not for logs. */
    public String detail() {
        return body.message();
    }

    /** The parameter that was wrong, where ElevenLabs names one. */
    public Optional<String> parameter() {
        return Optional.ofNullable(body.parameter());
    }

    /** What is wrong with a request that failed validation; empty for other refusals. */
    public List<Problem> problems() {
        return body.problems();
    }

    /** The id to quote to ElevenLabs' support. */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** How long the API asks to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Whether the same request may succeed later without anybody changing anything. */
    public boolean isTransient() {
        return switch (kind) {
            case RATE_LIMITED, CONCURRENCY, BUSY, SERVER -> true;
            default -> status == 408 || status == 425;
        };
    }

    private static String message(int status, ErrorBody body, @Nullable String requestId) {
        var message = new StringBuilder("ElevenLabs answered ").append(status);
        if (isWord(body.code())) {
            message.append(' ').append(body.code());
        }
        if (requestId != null && isWord(requestId)) {
            message.append(" (request ").append(requestId).append(')');
        }
        return message.toString();
    }

    /** Only what looks like a code goes into the message, whatever was sent in its place. */
    private static boolean isWord(String text) {
        return text.matches("[A-Za-z0-9_.-]{1,64}");
    }
}
