package dev.parley.admin.security;

import static dev.parley.admin.security.Attempts.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.admin.proxy.IpAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;

/**
 * Slows down guessing. Attempts are limited per address, per account from one address, and per account from all addresses
 * together: there, the more there were the longer the next one waits, up to a quarter of an hour. So that nobody can keep somebody out
 * by guessing at their account, that last limit spares addresses from which the account has logged in lately.
 */
public final class LoginLimiter {

    private static final Duration LATELY = Duration.ofDays(30);
    private static final int PLACES = 20_000;

    private final Attempts fromAddress;
    private final Attempts atAccountFromAddress;
    private final Attempts atAccount;
    private final Cache<ByteBuffer, Boolean> places;

    public LoginLimiter(Clock clock) {
        fromAddress = new Attempts(clock, limit(40, Duration.ofMinutes(5)));
        atAccountFromAddress = new Attempts(clock, limit(8, Duration.ofMinutes(5)));
        atAccount = new Attempts(
                clock,
                limit(10, Duration.ofMinutes(5)),
                limit(30, Duration.ofHours(1)),
                limit(100, Duration.ofDays(1)));
        places = Caffeine.newBuilder()
                .maximumSize(PLACES)
                .expireAfterWrite(LATELY)
                .build();
    }

    /**
     * Counts the attempt if it may be made; of one that may not, nothing is remembered.
     *
     * @param address the person's IP address
     * @return whether it may be made
     */
    synchronized boolean attempt(String email, String address) {
        var account = folded(email);
        var network = IpAddress.network(address);
        boolean known = places.getIfPresent(Attempts.hash(account, network)) != null;
        if (!fromAddress.oneMoreIsLeft(network)
                || !atAccountFromAddress.oneMoreIsLeft(account, network)
                || !(known || atAccount.oneMoreIsLeft(account))) {
            return false;
        }
        fromAddress.take(network);
        atAccountFromAddress.take(account, network);
        if (!known) {
            atAccount.take(account);
        }
        return true;
    }

    /** A log-in that worked takes nothing from the next one, nor from colleagues behind the same address. */
    synchronized void succeeded(String email, String address) {
        var account = folded(email);
        var network = IpAddress.network(address);
        fromAddress.giveBack(network);
        atAccountFromAddress.forget(account, network);
        atAccount.giveBack(account);
        places.put(Attempts.hash(account, network), true);
    }

    long remembered() {
        return fromAddress.remembered() + atAccountFromAddress.remembered() + atAccount.remembered();
    }

    /** Letter by letter, as Supabase does it: otherwise one account would have several names here. */
    private static String folded(String email) {
        return email.strip()
                .codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
