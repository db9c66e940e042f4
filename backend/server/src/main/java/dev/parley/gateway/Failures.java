package dev.parley.gateway;

import dev.parley.elevenlabs.ApiException;
import dev.parley.elevenlabs.TransportException;
import dev.parley.elevenlabs.UnexpectedResponseException;
import dev.parley.gateway.UpstreamException.Code;
import dev.parley.gateway.UpstreamException.Refused;
import dev.parley.gateway.UpstreamException.Throttled;
import dev.parley.gateway.UpstreamException.Unavailable;
import org.jspecify.annotations.Nullable;

/** The client library's failures in the server's words. */
final class Failures {

    private Failures() {}

    static UpstreamException translate(RuntimeException failure) {
        return switch (failure) {
            case UpstreamException known -> known;
            case ApiException api -> translate(api);
            case UnexpectedResponseException broken -> new Unavailable(Code.MALFORMED, broken);
            case TransportException away -> new Unavailable(Code.UNAVAILABLE, away);
            default -> throw failure; // a defect of ours
        };
    }

    static @Nullable Integer status(RuntimeException failure) {
        return failure instanceof ApiException api ? Integer.valueOf(api.status()) : null;
    }

    private static UpstreamException translate(ApiException api) {
        return switch (api.kind()) {
            case AUTHENTICATION -> new Refused(Code.UNAUTHENTICATED, api);
            case PERMISSION, FORBIDDEN -> new Refused(Code.PERMISSION_MISSING, api);
            case QUOTA -> new Refused(Code.QUOTA_EXCEEDED, api);
            case NOT_FOUND -> new Refused(Code.NOT_FOUND, api);
            case CONFLICT, VALIDATION, OTHER -> new Refused(Code.REFUSED, api);
            case RATE_LIMITED, BUSY -> throttled(Code.RATE_LIMITED, api);
            case CONCURRENCY -> throttled(Code.TOO_MANY_AT_ONCE, api);
            case SERVER -> new Unavailable(Code.UNAVAILABLE, api);
        };
    }

    private static Throttled throttled(Code code, ApiException api) {
        return new Throttled(code, api.retryAfter().orElse(null), api);
    }
}
