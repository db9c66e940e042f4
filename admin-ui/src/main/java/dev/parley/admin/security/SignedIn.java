package dev.parley.admin.security;

import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Optional;

/** Ties an account to a browser session, for as long as that session lives. */
public record SignedIn(Accounts accounts, Account account) implements HttpSessionBindingListener {

    private static final String ATTRIBUTE = SignedIn.class.getName();

    /** The person looking at the current view. */
    public static Optional<Account> current() {
        var session = VaadinSession.getCurrent();
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((SignedIn) session.getSession().getAttribute(ATTRIBUTE))
                        .map(SignedIn::account)
                        .filter(account -> !account.isOver());
    }

    static Optional<Account> of(HttpSession session) {
        return Optional.ofNullable((SignedIn) session.getAttribute(ATTRIBUTE)).map(SignedIn::account);
    }

    void into(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    void intoCurrent() {
        VaadinSession.getCurrent().getSession().setAttribute(ATTRIBUTE, this);
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
        accounts.hold(account);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        accounts.release(account);
    }
}
