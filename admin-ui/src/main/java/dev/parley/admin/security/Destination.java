package dev.parley.admin.security;

import com.vaadin.flow.router.QueryParameters;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where to go after log-in: only within the panel.
 *
 * @param path of a page, without a slash at its beginning
 * @param query as it stands in an address; null: none
 */
record Destination(String path, @Nullable String query) {

    static final Destination START = new Destination("", null);

    /** Letters, digits and what ids have; so nothing in it is encoded, and it reads the same however often it is decoded. */
    private static final Pattern PATH = Pattern.compile("(?!login)[\\w-]+(?:/[\\w-]+)*/?");

    static Optional<Destination> parse(String to) {
        try {
            var uri = new URI(to);
            return PATH.matcher(to.replaceFirst("[?#].*", "")).matches()
                    ? Optional.of(new Destination(uri.getPath(), uri.getRawQuery()))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    QueryParameters parameters() {
        return query == null ? QueryParameters.empty() : QueryParameters.fromString(query);
    }
}
