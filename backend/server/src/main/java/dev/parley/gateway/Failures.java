package dev.parley.gateway;

import dev.parley.elevenlabs.ApiException;
import dev.parley.elevenlabs.TransportException;
import dev.parley.elevenlabs.UnexpectedResponseException;
import dev.parley.gateway.UpstreamException.Code;
import dev.parley.gateway.UpstreamException.Refused;
import dev.parley.gateway.UpstreamException.Throttled;
import dev.parley.gateway.UpstreamException.Unavailable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The client library's failures in the server's words. */
final class Failures {

    private static final Set<String> CONCURRENCY = Set.of("concurrent_limit_exceeded", "too_many_concurrent_requests");

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
        return switch (api.status()) {
            case 401 ->
                new Refused(
                        switch (api.code()) {
                            case "missing_permissions" -> Code.PERMISSION_MISSING;
                            case "quota_exceeded" -> Code.QUOTA_EXCEEDED;
                            default -> Code.UNAUTHENTICATED;
                        },
                        api);
            case 402 -> new Refused(Code.QUOTA_EXCEEDED, api);
            case 403 -> new Refused(Code.PERMISSION_MISSING, api);
            case 404 -> new Refused(Code.NOT_FOUND, api);
            case 429 ->
                new Throttled(
                        CONCURRENCY.contains(api.code()) ? Code.TOO_MANY_AT_ONCE : Code.RATE_LIMITED,
                        api.retryAfter().orElse(null),
                        api);
            default -> api.status() >= 500 ? new Unavailable(Code.UNAVAILABLE, api) : new Refused(Code.REFUSED, api);
        };
    }
}
