package dev.parley.admin.security;

import dev.parley.admin.settings.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookie that survives restarts: a sealed refresh token out of reach for scripts. */
public final class LogInCookie {

    private static final String NAME = "parley-login";
    private static final Duration LIFE = Duration.ofDays(30);

    private final SealedCookie sealing;

    public LogInCookie(SealedCookie sealing) {
        this.sealing = sealing;
    }

    /** @return the refresh token that the browser sent, if this panel sealed it */
    Optional<Secret> read(HttpServletRequest request) {
        var name = HostCookie.name(NAME, request.isSecure());
        return Stream.of(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .flatMap(cookie -> sealing.open(cookie.getValue()));
    }

    Cookie holding(Secret refreshToken, boolean secure) {
        return cookie(sealing.seal(refreshToken), LIFE, secure);
    }

    Cookie gone(boolean secure) {
        return cookie("", Duration.ZERO, secure);
    }

    private static Cookie cookie(String value, Duration life, boolean secure) {
        var cookie = new Cookie(HostCookie.name(NAME, secure), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge(Math.toIntExact(life.toSeconds()));
        cookie.setAttribute("SameSite", "Lax"); // Strict would ask for a log-in behind every link in a mail
        return cookie;
    }
}
