package dev.parley.admin.server;

import dev.parley.admin.security.HostCookie;
import jakarta.servlet.SessionTrackingMode;
import java.time.Duration;
import java.util.Set;
import org.eclipse.jetty.ee11.servlet.SessionHandler;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.session.ManagedSession;

/** Sessions of browsers, known by a cookie that nobody else can set, and by nothing else: an address can be sent to somebody. */
final class PanelSessions extends SessionHandler {

    static final Duration IDLE = Duration.ofMinutes(30);

    PanelSessions() {
        setHttpOnly(true);
        setSameSite(HttpCookie.SameSite.LAX);
        setSecureRequestOnly(true);
        setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
        setMaxInactiveInterval(Math.toIntExact(IDLE.toSeconds()));
    }

    @Override
    public HttpCookie getSessionCookie(ManagedSession session, boolean secure) {
        return new HttpCookie.Wrapper(super.getSessionCookie(session, secure)) {
            @Override
            public String getName() {
                return HostCookie.name(super.getName(), secure);
            }
        };
    }

    @Override
    protected RequestedSession resolveRequestedSessionId(Request request) {
        var name = HostCookie.name(getSessionCookie(), request.isSecure());
        for (var cookie : Request.getCookies(request)) {
            var session = cookie.getName().equals(name) ? getManagedSession(cookie.getValue()) : null;
            if (session != null && session.isValid()) {
                return new RequestedSession(session, cookie.getValue(), RequestedSession.ID_FROM_COOKIE);
            }
        }
        return RequestedSession.NO_REQUESTED_SESSION;
    }
}
