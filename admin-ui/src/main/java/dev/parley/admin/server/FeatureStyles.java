package dev.parley.admin.server;

import dev.parley.admin.feature.Feature;
import dev.parley.admin.feature.Features;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** The {@code style.css} of all features, as one file: it is there before the first view is shown. */
final class FeatureStyles extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final String css;
    private final String tag;

    FeatureStyles(Features features) {
        css = features.all().stream().map(FeatureStyles::read).collect(Collectors.joining());
        tag = '"' + HexFormat.of().toHexDigits(css.hashCode()) + '"';
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "no-cache"); // asked for again each time, sent again only when it changed
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("text/css");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(css);
    }

    private static String read(Feature feature) {
        try (var file = feature.getClass().getResourceAsStream("style.css")) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
