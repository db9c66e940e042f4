package dev.parley.admin.security;

import dev.parley.admin.settings.Secret;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The log-ins that browsers hold right now; renews their tokens in time. */
public final class Accounts implements AutoCloseable {

    private final SupabaseAuth auth;
    private final Clock clock;
    private final Map<Account, Integer> holders = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Account>> restoring = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("parley-renewals").factory());

    public Accounts(SupabaseAuth auth, Clock clock) {
        this.auth = auth;
        this.clock = clock;
    }

    public void start() {
        timer.scheduleWithFixedDelay(this::renewDue, 2, 2, TimeUnit.SECONDS);
    }

    Account open(String email, String password, String address) {
        return new Account(auth, auth.password(email, password, address), null);
    }

    /**
     * The account a cookie stands for. Several tabs may ask at once after a restart: one of them asks Supabase, the others
     * get the same account.
     *
     * @throws SignInException when Supabase refuses or cannot be asked
     */
    Account restore(Secret refreshToken, String address) {
        var known = known(refreshToken);
        if (known != null) {
            return known;
        }
        var mine = new CompletableFuture<Account>();
        var other = restoring.putIfAbsent(refreshToken.value(), mine);
        if (other != null) {
            return joined(other);
        }
        try {
            var account = new Account(auth, auth.refresh(refreshToken, address), refreshToken);
            holders.put(account, 0);
            mine.complete(account);
            return account;
        } catch (SignInException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            restoring.remove(refreshToken.value());
        }
    }

    void hold(Account account) {
        holders.merge(account, 1, Integer::sum);
    }

    void release(Account account) {
        holders.computeIfPresent(account, (key, count) -> count > 1 ? count - 1 : null);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private @Nullable Account known(Secret refreshToken) {
        return holders.keySet().stream()
                .filter(account -> !account.isOver() && account.owns(refreshToken))
                .findFirst()
                .orElse(null);
    }

    private void renewDue() {
        var now = clock.instant();
        holders.keySet().stream().filter(account -> account.renewalDue(now)).forEach(account -> Thread.ofVirtual()
                .name("parley-renewal")
                .start(() -> account.renew(account.accessToken())));
    }

    private static Account joined(CompletableFuture<Account> other) {
        try {
            return other.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof SignInException refusal ? refusal : e;
        }
    }
}
