package dev.parley.monitoring;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names a request from the edge to the log, the errors and api_logs: the caller's name for it if it has a decent one. */
public final class RequestIds {

    public static final HeaderName HEADER = HeaderNames.create("X-Request-Id");

    private static final Pattern DECENT = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private RequestIds() {}

    public static String of(Headers headers) {
        return headers.first(HEADER).filter(id -> DECENT.matcher(id).matches()).orElseGet(() -> UUID.randomUUID()
                .toString());
    }
}
