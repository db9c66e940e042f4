package dev.parley.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses a request whose end could be read in two ways (RFC 9112, section 6.3) with 400, and its connection is closed. A
 * proxy in front that reads it the other way would take one caller's bytes for the request of the next. Helidon 4.1 looks
 * only at the first length, and passes over a transfer coding that it does not know.
 */
final class Framing implements Http1ConnectionListener {

    private static final Logger LOG = LoggerFactory.getLogger(Framing.class);
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    /** Called for every request, before anything is done with it. */
    @Override
    public void headers(ConnectionContext connection, Headers headers) {
        var lengths = headers.all(HeaderNames.CONTENT_LENGTH, List::of);
        var codings = headers.all(HeaderNames.TRANSFER_ENCODING, List::of);
        if (!lengths.isEmpty() && !codings.isEmpty()) {
            throw refused("Content-Length and Transfer-Encoding exclude each other");
        }
        if (lengths.size() > 1 || codings.size() > 1) {
            throw refused("Content-Length or Transfer-Encoding is given more than once");
        }
        if (!lengths.isEmpty() && !LENGTH.matcher(lengths.getFirst()).matches()) {
            throw refused("Content-Length is a number of bytes, in digits");
        }
        if (!codings.isEmpty() && !codings.getFirst().equals("chunked")) {
            throw refused("The only Transfer-Encoding is \"chunked\"");
        }
    }

    private static RequestException refused(String why) {
        LOG.info("Request refused: {}", why);
        return RequestException.builder()
                .type(DirectHandler.EventType.BAD_REQUEST)
                .status(Status.BAD_REQUEST_400)
                .setKeepAlive(false)
                .message(why)
                .safeMessage(true)
                .build();
    }
}
