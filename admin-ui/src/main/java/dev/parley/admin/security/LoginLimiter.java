package dev.parley.admin.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Slows down guessing: so many attempts per account and address, and per address, within a window. */
public final class LoginLimiter {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int PER_ACCOUNT = 8;
    private static final int PER_ADDRESS = 40;
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> attempts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > REMEMBERED;
        }
    };

    public LoginLimiter(Clock clock) {
        this.clock = clock;
    }

    /** Counts the attempt. @return whether it may be made */
    synchronized boolean attempt(String email, String address) {
        var byAccount = recent(account(email, address));
        var byAddress = recent(address);
        if (byAccount.size() >= PER_ACCOUNT || byAddress.size() >= PER_ADDRESS) {
            return false;
        }
        byAccount.add(clock.instant());
        byAddress.add(clock.instant());
        return true;
    }

    /** A log-in that worked takes nothing from the next one, nor from colleagues behind the same address. */
    synchronized void succeeded(String email, String address) {
        attempts.remove(account(email, address));
        recent(address).pollLast();
    }

    private Deque<Instant> recent(String key) {
        var times = attempts.computeIfAbsent(key, unused -> new ArrayDeque<>());
        var begin = clock.instant().minus(WINDOW);
        while (!times.isEmpty() && times.peekFirst().isBefore(begin)) {
            times.removeFirst();
        }
        return times;
    }

    private static String account(String email, String address) {
        return email.strip().toLowerCase(Locale.ROOT) + " " + address;
    }
}
