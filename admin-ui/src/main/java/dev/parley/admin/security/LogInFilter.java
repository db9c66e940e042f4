package dev.parley.admin.security;

import dev.parley.admin.security.SignInException.Reason;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before Vaadin, so it talks to Supabase without holding a Vaadin session. On page loads it brings a log-in back from
 * its cookie; on every request that brings a cookie of this log-in it hands the browser the newest refresh token.
 */
public final class LogInFilter extends HttpFilter {

    private static final Logger LOG = LoggerFactory.getLogger(LogInFilter.class);

    private final transient Accounts accounts;
    private final transient LogInCookie cookie;

    public LogInFilter(Accounts accounts, LogInCookie cookie) {
        this.accounts = accounts;
        this.cookie = cookie;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            if (isPageLoad(request)) {
                restore(request, response);
            }
        } catch (SignInException e) {
            LOG.warn("A log-in could not be restored: {}", e.getMessage());
            Unavailable.answer(request, response);
            return;
        }
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            signedIn(request)
                    .filter(account -> !account.isOver())
                    .ifPresent(account -> handOut(account, request, response));
        }
        chain.doFilter(request, response);
    }

    /** Vaadin's own requests carry parameters or ask for other things than HTML. */
    private static boolean isPageLoad(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return request.getMethod().equals("GET")
                && accept != null
                && accept.contains("text/html")
                && request.getParameter("v-r") == null;
    }

    private void restore(HttpServletRequest request, HttpServletResponse response) {
        var token = cookie.read(request);
        var account = signedIn(request);
        if (account.isPresent() && !account.get().isOver()) {
            return;
        }
        account.ifPresent(ended -> request.getSession().invalidate());
        // The cookie of an ended log-in helps nobody; another one means that another tab or node has gone on.
        if (token.isEmpty() || account.filter(ended -> ended.owns(token.get())).isPresent()) {
            token.ifPresent(useless -> response.addCookie(cookie.gone(request.isSecure())));
            return;
        }
        try {
            var restored = accounts.restore(token.get(), request.getRemoteAddr());
            new SignedIn(accounts, restored).into(newSession(request));
        } catch (SignInException e) {
            if (e.reason() != Reason.SESSION_OVER) {
                throw e;
            }
            LOG.info("A cookie's log-in is over");
            response.addCookie(cookie.gone(request.isSecure()));
        }
    }

    /** Somebody may have put the session's id into this browser, to use it from another: what was in it is not gone on with. */
    private static HttpSession newSession(HttpServletRequest request) {
        var old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        return request.getSession(true);
    }

    /** Knowing the id of a session is not enough to get a token that outlives it: only a browser that had one gets the next. */
    private void handOut(Account account, HttpServletRequest request, HttpServletResponse response) {
        var newest = account.refreshToken();
        var brought = cookie.read(request).filter(account::knows);
        if (brought.isPresent() && !brought.get().equals(newest)) {
            response.addCookie(cookie.holding(newest, request.isSecure()));
        }
    }

    private static Optional<Account> signedIn(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).flatMap(SignedIn::of);
    }
}
