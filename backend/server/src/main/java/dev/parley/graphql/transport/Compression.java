package dev.parley.graphql.transport;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Large answers are sent compressed to whom can read it. Fast rather than small: it costs the time of everybody. */
final class Compression {

    /** Below it there is little to win. */
    static final int WORTHWHILE_BYTES = 4 << 10;

    private Compression() {}

    /** The body as it is to be sent; says so in the headers. */
    static byte[] compress(ServerRequest request, ServerResponse response, byte[] body) {
        response.headers().add(HeaderNames.VARY, "Accept-Encoding");
        if (body.length < WORTHWHILE_BYTES
                || !accepts(request.headers().first(HeaderNames.ACCEPT_ENCODING).orElse(""))) {
            return body;
        }
        response.header(HeaderNames.CONTENT_ENCODING, "gzip");
        return gzip(body);
    }

    /** Whether a list of encodings has gzip in it, and not only to say "not that". */
    static boolean accepts(String acceptEncoding) {
        return Arrays.stream(acceptEncoding
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\s", "")
                        .split(","))
                .map(one -> one.split(";", 2))
                .anyMatch(one -> one[0].equals("gzip") && !(one.length > 1 && one[1].matches("q=0(\\.0*)?")));
    }

    private static byte[] gzip(byte[] body) {
        var compressed = new ByteArrayOutputStream(body.length / 4);
        try (var out = new GZIPOutputStream(compressed) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
