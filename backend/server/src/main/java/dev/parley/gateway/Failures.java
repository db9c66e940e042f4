package dev.parley.gateway;

import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIServiceException;
import dev.parley.elevenlabs.ApiException;
import dev.parley.elevenlabs.TransportException;
import dev.parley.elevenlabs.UnexpectedResponseException;
import dev.parley.gateway.UpstreamException.Code;
import dev.parley.gateway.UpstreamException.Refused;
import dev.parley.gateway.UpstreamException.Throttled;
import dev.parley.gateway.UpstreamException.Unavailable;
import org.jspecify.annotations.Nullable;

/** The client libraries' failures in the server's words. */
final class Failures {

    private Failures() {}

    static UpstreamException translate(Upstream upstream, RuntimeException failure) {
        return switch (failure) {
            case UpstreamException known -> known;
            case ApiException api -> translate(api);
            case UnexpectedResponseException broken -> new Unavailable(upstream, Code.MALFORMED, broken);
            case TransportException away -> new Unavailable(upstream, Code.UNAVAILABLE, away);
            case OpenAIException openAi -> OpenAiFailures.translate(openAi);
            default -> throw failure; // a defect of ours
        };
    }

    static @Nullable Integer status(RuntimeException failure) {
        return switch (failure) {
            case ApiException api -> api.status();
            case OpenAIServiceException openAi -> openAi.statusCode();
            default -> null;
        };
    }

    private static UpstreamException translate(ApiException api) {
        var upstream = Upstream.ELEVENLABS;
        return switch (api.kind()) {
            case AUTHENTICATION -> new Refused(upstream, Code.UNAUTHENTICATED, api);
            case PERMISSION, FORBIDDEN -> new Refused(upstream, Code.PERMISSION_MISSING, api);
            case QUOTA -> new Refused(upstream, Code.QUOTA_EXCEEDED, api);
            case NOT_FOUND -> new Refused(upstream, Code.NOT_FOUND, api);
            case CONFLICT, VALIDATION, OTHER -> new Refused(upstream, Code.REFUSED, api);
            case RATE_LIMITED, BUSY -> throttled(Code.RATE_LIMITED, api);
            case CONCURRENCY -> throttled(Code.TOO_MANY_AT_ONCE, api);
            case SERVER -> new Unavailable(upstream, Code.UNAVAILABLE, api);
        };
    }

    private static Throttled throttled(Code code, ApiException api) {
        return new Throttled(Upstream.ELEVENLABS, code, api.retryAfter().orElse(null), api);
    }
}
