package dev.parley.admin.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Counts what was tried, for each key apart. Keys are kept as hashes: they are whatever strangers send. */
final class Attempts {

    /** About 10 MB; those that are asked for often are the last to be forgotten. */
    private static final int REMEMBERED = 20_000;

    private final List<Bandwidth> limits;
    private final TimeMeter time;
    private final Cache<ByteBuffer, Bucket> buckets;

    /** @param limits all of them hold; whoever waits for the longest of their periods starts anew */
    Attempts(Clock clock, Bandwidth... limits) {
        this.limits = List.of(limits);
        this.time = new WallClock(clock);
        var longest = Duration.ofNanos(this.limits.stream()
                .mapToLong(Bandwidth::getRefillPeriodNanos)
                .max()
                .orElseThrow());
        this.buckets = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(longest)
                .ticker(time::currentTimeNanos)
                .build();
    }

    static Bandwidth limit(int attempts, Duration period) {
        return Bandwidth.builder()
                .capacity(attempts)
                .refillGreedy(attempts, period)
                .build();
    }

    /** Remembers nothing. */
    boolean oneMoreIsLeft(String... key) {
        var bucket = buckets.getIfPresent(hash(key));
        return bucket == null || bucket.getAvailableTokens() > 0;
    }

    /** @return whether there was one more */
    boolean take(String... key) {
        return buckets.get(hash(key), unused -> full()).tryConsume(1);
    }

    void giveBack(String... key) {
        var bucket = buckets.getIfPresent(hash(key));
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    void forget(String... key) {
        buckets.invalidate(hash(key));
    }

    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket full() {
        var bucket = Bucket.builder().withCustomTimePrecision(time);
        limits.forEach(bucket::addLimit);
        return bucket.build();
    }

    static ByteBuffer hash(String... key) {
        try {
            var text = String.join("\n", key).getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM lacks SHA-256", e);
        }
    }

    private record WallClock(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            var now = clock.instant();
            return Math.addExact(Duration.ofSeconds(now.getEpochSecond()).toNanos(), now.getNano());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
