package dev.parley.admin.security;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import dev.parley.admin.security.SignInException.Reason;
import java.util.List;

/** Logging in and out from the page that is open. */
public final class LogIn {

    private static final int LONGEST_EMAIL = 254; // RFC 5321, without the angle brackets

    private final Accounts accounts;
    private final LoginLimiter limiter;
    private final LogInCookie cookie;

    public LogIn(Accounts accounts, LoginLimiter limiter, LogInCookie cookie) {
        this.accounts = accounts;
        this.limiter = limiter;
        this.cookie = cookie;
    }

    /** @throws SignInException when it did not work */
    void attempt(String email, String password) {
        if (email.length() > LONGEST_EMAIL) {
            throw new SignInException(Reason.WRONG_CREDENTIALS, "No address is that long");
        }
        var request = VaadinRequest.getCurrent();
        var address = request.getRemoteAddr();
        if (!limiter.attempt(email, address)) {
            throw new SignInException(Reason.TOO_MANY_ATTEMPTS, "Too many attempts");
        }
        var account = accounts.open(email, password, address);
        limiter.succeeded(email, address);
        // A session id that somebody planted before log-in must be worth nothing after it.
        VaadinService.reinitializeSession(request);
        closeOtherPages();
        new SignedIn(accounts, account).intoCurrent();
        VaadinResponse.getCurrent().addCookie(cookie.holding(account.refreshToken(), request.isSecure()));
    }

    /** Who opened them is not known; in a browser of the same person they load again, and are logged in then. */
    private static void closeOtherPages() {
        for (var page : List.copyOf(VaadinSession.getCurrent().getUIs())) {
            if (page != UI.getCurrent()) {
                page.close();
            }
        }
    }

    /** Ends the session; Supabase hears of it without anybody waiting for that. */
    public void out() {
        var account = SignedIn.current();
        VaadinResponse.getCurrent()
                .addCookie(cookie.gone(VaadinRequest.getCurrent().isSecure()));
        VaadinSession.getCurrent().getSession().invalidate();
        account.ifPresent(one -> Thread.ofVirtual().name("parley-log-out").start(one::logOut));
    }
}
