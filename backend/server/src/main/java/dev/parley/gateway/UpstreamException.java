package dev.parley.gateway;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another service did not give what was asked for. The subclasses say whether asking again can help. */
public abstract sealed class UpstreamException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Code {
        UNAVAILABLE,
        TIMEOUT,
        MALFORMED,
        RATE_LIMITED,
        TOO_MANY_AT_ONCE,
        UNAUTHENTICATED,
        PERMISSION_MISSING,
        QUOTA_EXCEEDED,
        NOT_FOUND,
        REFUSED
    }

    private final Code code;

    private final Upstream upstream;

    private UpstreamException(Upstream upstream, Code code, @Nullable Throwable cause) {
        super(upstream.title() + ": " + code, cause);
        this.upstream = upstream;
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /** It is away or out of order: asking again later helps. */
    public static final class Unavailable extends UpstreamException {

        @Serial
        private static final long serialVersionUID = 1L;

        Unavailable(Upstream upstream, Code code, @Nullable Throwable cause) {
            super(upstream, code, cause);
        }
    }

    /** It answers, but not for this one thing: asking again later may help, and nothing follows for anything else. */
    public static final class Faulty extends UpstreamException {

        @Serial
        private static final long serialVersionUID = 1L;

        Faulty(Unavailable why) {
            super(((UpstreamException) why).upstream, why.code(), why.getCause());
        }
    }

    /** It is asked too much: asking again helps, after a while. */
    public static final class Throttled extends UpstreamException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final @Nullable Duration retryAfter;

        Throttled(Upstream upstream, Code code, @Nullable Duration retryAfter, Throwable cause) {
            super(upstream, code, cause);
            this.retryAfter = retryAfter;
        }

        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }
    }

    /** It says no: asking the same again does not help. */
    public static final class Refused extends UpstreamException {

        @Serial
        private static final long serialVersionUID = 1L;

        Refused(Upstream upstream, Code code, Throwable cause) {
            super(upstream, code, cause);
        }
    }
}
