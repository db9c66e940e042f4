package dev.parley.graphql.transport;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.graphql.engine.Failures;
import dev.parley.monitoring.RequestIds;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A response that goes on, as server-sent events. What is written is sent at once. */
final class EventStreamWire implements Wire {

    static final String COMPLETE = "event: complete\ndata: \n\n";

    private static final Logger LOG = LoggerFactory.getLogger(EventStreamWire.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HeaderName ACCEL_BUFFERING = HeaderNames.create("X-Accel-Buffering");

    private final String requestId;
    private OutputStream out = OutputStream.nullOutputStream();

    EventStreamWire(String requestId) {
        this.requestId = requestId;
    }

    /** From here on the response is a stream. */
    void begin(ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        response.header(HeaderNames.CACHE_CONTROL, "no-store, no-transform");
        response.header(ACCEL_BUFFERING, "no"); // nginx would collect events
        response.header(RequestIds.HEADER, requestId);
        response.header(HeaderValues.CONNECTION_CLOSE);
        out = response.outputStream();
    }

    /** @param json in one line */
    static String next(String json) {
        return "event: next\ndata: " + json + "\n\n";
    }

    @Override
    public void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** A comment: clients pass over it. */
    @Override
    public void ping() throws IOException {
        text(":\n\n");
    }

    /** Whoever may not go on is told so and is done; the others are cut off without a "complete" and come back. */
    @Override
    public void close(SocketClose reason) throws IOException {
        switch (reason) {
            case UNAUTHORIZED -> refuse(ErrorCode.UNAUTHENTICATED, "The token is not good any more");
            case FORBIDDEN -> refuse(ErrorCode.FORBIDDEN, "You are not a member of that client any more");
            default -> text(": " + reason.reason() + "\n\n");
        }
    }

    void end() {
        try {
            out.close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("The peer went away before the end", e);
        }
    }

    private void refuse(ErrorCode code, String message) throws IOException {
        var answer = Failures.answer(new ParleyException(code, message), requestId);
        text(next(JSON.writeValueAsString(answer)) + COMPLETE);
    }
}
