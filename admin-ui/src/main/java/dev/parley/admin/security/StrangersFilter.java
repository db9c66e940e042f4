package dev.parley.admin.security;

import dev.parley.admin.proxy.IpAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Takes only so much from people who have not logged in. Their requests are short: a page remembers some of what it is sent
 * (where it is, for example), and the form they fill in is small. And each address may begin only so many sessions, fewer than there
 * can be: so nobody can push out those of all others.
 */
public final class StrangersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_BYTES = 16 * 1024;
    private static final int MOST_NEW_SESSIONS = 100;
    private static final Duration PERIOD = Duration.ofMinutes(6);
    private static final int TOO_MANY_REQUESTS = 429;

    private final transient Attempts newSessions;

    public StrangersFilter(Clock clock) {
        newSessions = new Attempts(clock, Attempts.limit(MOST_NEW_SESSIONS, PERIOD));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var session = request.getSession(false);
        if (isStranger(session) && request.getMethod().equals("POST") && isTooLong(request.getContentLengthLong())) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (session == null && !newSessions.take(IpAddress.network(request.getRemoteAddr()))) {
            response.setHeader(
                    "Retry-After",
                    String.valueOf(PERIOD.dividedBy(MOST_NEW_SESSIONS).toSeconds() + 1));
            response.sendError(TOO_MANY_REQUESTS);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isStranger(@Nullable HttpSession session) {
        return session == null || SignedIn.of(session).isEmpty();
    }

    /** @param length -1: not said, which no browser does here */
    private static boolean isTooLong(long length) {
        return length < 0 || length > LONGEST_BYTES;
    }
}
