package dev.parley.gateway;

import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIServiceException;
import dev.parley.gateway.UpstreamException.Code;
import dev.parley.gateway.UpstreamException.Refused;
import dev.parley.gateway.UpstreamException.Throttled;
import dev.parley.gateway.UpstreamException.Unavailable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Those of OpenAI's library. A quota that is used up has the status of a rate limit, but waiting does not help. */
final class OpenAiFailures {

    private static final Upstream OPENAI = Upstream.OPENAI;
    private static final String NO_MONEY_LEFT = "insufficient_quota";

    private OpenAiFailures() {}

    static UpstreamException translate(OpenAIException failure) {
        return switch (failure) {
            case OpenAIInvalidDataException broken -> new Unavailable(OPENAI, Code.MALFORMED, broken);
            case OpenAIServiceException answer -> translate(answer);
            default -> new Unavailable(OPENAI, Code.UNAVAILABLE, failure);
        };
    }

    private static UpstreamException translate(OpenAIServiceException answer) {
        return switch (answer.statusCode()) {
            case 401 -> new Refused(OPENAI, Code.UNAUTHENTICATED, answer);
            case 403 -> new Refused(OPENAI, Code.PERMISSION_MISSING, answer);
            case 404 -> new Refused(OPENAI, Code.NOT_FOUND, answer);
            case 402 -> new Refused(OPENAI, Code.QUOTA_EXCEEDED, answer);
            case 408 -> new Unavailable(OPENAI, Code.TIMEOUT, answer);
            case 429 ->
                answer.code().filter(NO_MONEY_LEFT::equals).isPresent()
                        ? new Refused(OPENAI, Code.QUOTA_EXCEEDED, answer)
                        : new Throttled(OPENAI, Code.RATE_LIMITED, retryAfter(answer), answer);
            default ->
                answer.statusCode() >= 500
                        ? new Unavailable(OPENAI, Code.UNAVAILABLE, answer)
                        : new Refused(OPENAI, Code.REFUSED, answer);
        };
    }

    private static @Nullable Duration retryAfter(OpenAIServiceException answer) {
        return answer.headers().values("retry-after").stream()
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .findFirst()
                .orElse(null);
    }
}
