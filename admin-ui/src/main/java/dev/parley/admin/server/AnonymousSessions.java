package dev.parley.admin.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.parley.admin.security.SignedIn;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Keeps small what visitors can make the panel remember who have not logged in: anybody's first request makes a session. Theirs end
 * early, and there are only so many; when there are more, those go that were used least.
 */
final class AnonymousSessions implements HttpSessionListener, HttpSessionAttributeListener, ServletRequestListener {

    /** A page that is open is heard of every five minutes. */
    static final Duration IDLE = Duration.ofMinutes(6);

    private final Cache<String, HttpSession> sessions;

    /**
     * @param most how many there are at once
     * @param executor chooses and ends those that are too many
     */
    AnonymousSessions(int most, Executor executor) {
        this.sessions = Caffeine.newBuilder()
                .maximumSize(most)
                .executor(executor)
                .removalListener(AnonymousSessions::end)
                .build();
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        var session = event.getSession();
        session.setMaxInactiveInterval(Math.toIntExact(IDLE.toSeconds()));
        sessions.put(session.getId(), session);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        sessions.invalidate(event.getSession().getId());
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        if (event.getValue() instanceof SignedIn) {
            var session = event.getSession();
            sessions.invalidate(session.getId());
            session.setMaxInactiveInterval(Math.toIntExact(PanelSessions.IDLE.toSeconds()));
        }
    }

    /** A session that is used counts for more than one that was only begun. */
    @Override
    public void requestInitialized(ServletRequestEvent event) {
        var session = ((HttpServletRequest) event.getServletRequest()).getSession(false);
        if (session != null) {
            sessions.getIfPresent(session.getId());
        }
    }

    private static void end(@Nullable String id, @Nullable HttpSession session, RemovalCause cause) {
        if (session != null && cause.wasEvicted()) {
            try {
                session.invalidate();
            } catch (IllegalStateException e) {
                // It has ended by itself.
            }
        }
    }
}
