package dev.parley.admin.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where to go after log-in: only within the panel. */
final class Destination {

    private Destination() {}

    static Optional<URI> parse(String to) {
        try {
            var uri = new URI(to);
            boolean outside = uri.isAbsolute() || uri.getRawAuthority() != null || uri.getPath() == null;
            boolean strange = to.startsWith("/") || to.contains("\\") || to.contains("..") || to.startsWith("login");
            return outside || strange ? Optional.empty() : Optional.of(uri);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
