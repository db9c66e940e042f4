package dev.parley.admin.security;

import dev.parley.admin.security.SignInException.Reason;
import dev.parley.admin.settings.Secret;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log-in at Supabase, shared by all browser sessions that carry its cookie, and the only owner of its refresh token: a
 * refresh token works once, so two owners would end each other's log-in.
 */
public final class Account {

    private static final Logger LOG = LoggerFactory.getLogger(Account.class);

    /** More than are used up between two requests of an open page (5 minutes), even if each lives only a minute. */
    private static final int REMEMBERED = 16;

    private final SupabaseAuth auth;
    private final ReentrantLock renewal = new ReentrantLock();
    private final List<Runnable> whenOver = new CopyOnWriteArrayList<>();
    private final List<Runnable> whenRenewed = new CopyOnWriteArrayList<>();
    private final Deque<Secret> earlier = new ConcurrentLinkedDeque<>();
    private volatile Tokens tokens;
    private volatile boolean over;

    Account(SupabaseAuth auth, Tokens tokens, @Nullable Secret previousRefresh) {
        this.auth = auth;
        this.tokens = tokens;
        if (previousRefresh != null) {
            earlier.add(previousRefresh);
        }
    }

    public String email() {
        return tokens.email();
    }

    public String accessToken() {
        return tokens.access().value();
    }

    /** Whether the refresh token has been refused for good: only a new log-in helps. */
    public boolean isOver() {
        return over;
    }

    /** @return what to call to hear of it no more */
    public Runnable onOver(Runnable action) {
        whenOver.add(action);
        return () -> whenOver.remove(action);
    }

    /** @return what to call to hear of it no more */
    public Runnable onRenewed(Runnable action) {
        whenRenewed.add(action);
        return () -> whenRenewed.remove(action);
    }

    /**
     * Gets a new access token unless somebody else did since {@code seen} was read. Talks to Supabase: never call it while
     * holding a Vaadin session.
     *
     * @return whether there is a token other than {@code seen} now
     */
    public boolean renew(String seen) {
        var before = tokens;
        boolean renewed = renewed(seen);
        if (tokens != before) {
            whenRenewed.forEach(Runnable::run);
        }
        return renewed;
    }

    private boolean renewed(String seen) {
        renewal.lock();
        try {
            if (over) {
                return false;
            }
            if (tokens.access().value().equals(seen)) {
                var old = tokens.refresh();
                tokens = auth.refresh(old, null);
                remember(old);
            }
            return true;
        } catch (SignInException e) {
            if (e.reason() == Reason.SESSION_OVER) {
                end();
            } else {
                LOG.warn("A log-in could not be renewed now: {}", e.getMessage());
            }
            return false;
        } finally {
            renewal.unlock();
        }
    }

    boolean renewalDue(Instant now) {
        return !over && !now.isBefore(tokens.renewAt());
    }

    Secret refreshToken() {
        return tokens.refresh();
    }

    /** Supabase still takes the token before the current one: a browser may not have got the new one yet. */
    boolean owns(Secret refreshToken) {
        return refreshToken.equals(tokens.refresh()) || refreshToken.equals(earlier.peekLast());
    }

    /** Whether it is a refresh token of this log-in, though perhaps not one that still works. */
    boolean knows(Secret refreshToken) {
        return refreshToken.equals(tokens.refresh()) || earlier.contains(refreshToken);
    }

    private void remember(Secret refreshToken) {
        earlier.add(refreshToken);
        if (earlier.size() > REMEMBERED) {
            earlier.remove();
        }
    }

    /** Ends it at Supabase, too. Talks to Supabase. */
    void logOut() {
        var access = tokens.access();
        end();
        try {
            auth.logOut(access);
        } catch (SignInException e) {
            LOG.warn("Supabase did not hear of a log-out: {}", e.getMessage());
        }
    }

    private void end() {
        over = true;
        whenOver.forEach(Runnable::run);
    }
}
