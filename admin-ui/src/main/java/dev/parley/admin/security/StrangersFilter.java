package dev.parley.admin.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Takes only short requests from people who have not logged in: a page remembers some of what it is sent (where it is, for
 * example), and the form they fill in is small.
 */
public final class StrangersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_BYTES = 16 * 1024;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getMethod().equals("POST") && isTooLong(request.getContentLengthLong()) && isStranger(request)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** @param length -1: not said, which no browser does here */
    private static boolean isTooLong(long length) {
        return length < 0 || length > LONGEST_BYTES;
    }

    private static boolean isStranger(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .flatMap(SignedIn::of)
                .isEmpty();
    }
}
