package dev.parley.elevenlabs;

import dev.parley.elevenlabs.ApiException.Kind;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads why the API refused, and for how long. */
final class Refusals {

    private final Clock clock;

    Refusals(Clock clock) {
        this.clock = clock;
    }

    ApiException read(int status, HttpHeaders headers, String text) {
        var body = ErrorBody.read(text);
        var requestId = headers.firstValue("request-id").orElse(body.requestId());
        return new ApiException(
                kind(status, body), status, body, requestId, retryAfter(headers).orElse(null));
    }

    private static Kind kind(int status, ErrorBody body) {
        if (body.says("quota_exceeded")) {
            return Kind.QUOTA;
        }
        return switch (status) {
            case 401 -> body.says("missing_permissions") ? Kind.PERMISSION : Kind.AUTHENTICATION;
            case 402 -> Kind.QUOTA;
            case 403 -> Kind.FORBIDDEN;
            case 404 -> Kind.NOT_FOUND;
            case 409 -> Kind.CONFLICT;
            case 400, 422 -> Kind.VALIDATION;
            case 429 -> tooMany(body);
            default -> status >= 500 ? Kind.SERVER : Kind.OTHER;
        };
    }

    private static Kind tooMany(ErrorBody body) {
        if (body.says("concurrent_limit_exceeded") || body.says("too_many_concurrent_requests")) {
            return Kind.CONCURRENCY;
        }
        return body.says("system_busy") ? Kind.BUSY : Kind.RATE_LIMITED;
    }

    private Optional<Duration> retryAfter(HttpHeaders headers) {
        return headers.firstValue("retry-after").flatMap(this::secondsOrDate).or(() -> headers.firstValue(
                        "x-ratelimit-reset")
                .flatMap(Refusals::seconds)
                .map(seconds -> until(Instant.ofEpochSecond(seconds))));
    }

    private Optional<Duration> secondsOrDate(String value) {
        return seconds(value).map(Duration::ofSeconds).or(() -> date(value).map(this::until));
    }

    private Duration until(Instant time) {
        var wait = Duration.between(clock.instant(), time);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** Fractions are rounded up; what is beyond all sense is not said. */
    private static Optional<Long> seconds(String value) {
        try {
            var seconds = Math.ceil(Double.parseDouble(value.strip()));
            return seconds >= 0 && seconds < Integer.MAX_VALUE * 4.0 ? Optional.of((long) seconds) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
