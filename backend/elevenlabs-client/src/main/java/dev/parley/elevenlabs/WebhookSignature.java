package dev.parley.elevenlabs;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks {@code ElevenLabs-Signature: t=<unix seconds>,v0=<hex>}, an HMAC-SHA256 over {@code t.body}. Stricter than the
 * vendor's SDK: constant time, no timestamps from the future, one number for t. Feed it the body in pieces: nothing is kept.
 */
public final class WebhookSignature {

    private static final Duration OLDEST = Duration.ofMinutes(30);
    /** How far clocks may differ. */
    static final Duration NEWEST = Duration.ofMinutes(5);

    /** How a check ended. */
    public enum Result {
        VALID,
        MISSING,
        MALFORMED,
        EXPIRED,
        FUTURE,
        MISMATCH
    }

    private final Result beforeBody;
    private final List<byte[]> candidates;
    private final List<Mac> macs;

    private WebhookSignature(Result beforeBody, List<byte[]> candidates, List<Mac> macs) {
        this.beforeBody = beforeBody;
        this.candidates = candidates;
        this.macs = macs;
    }

    static WebhookSignature of(@Nullable String header, List<String> secrets, Clock clock) {
        if (header == null || header.isBlank()) {
            return refused(Result.MISSING);
        }
        Long time = null;
        var candidates = new ArrayList<byte[]>();
        try {
            for (var part : header.split(",")) {
                var piece = part.strip();
                if (piece.startsWith("t=")) {
                    if (time != null) {
                        return refused(Result.MALFORMED);
                    }
                    time = Long.valueOf(piece.substring(2));
                } else if (piece.startsWith("v0=")) {
                    candidates.add(HexFormat.of().parseHex(piece.substring(3)));
                }
            }
        } catch (IllegalArgumentException e) {
            return refused(Result.MALFORMED);
        }
        if (time == null || candidates.isEmpty()) {
            return refused(Result.MALFORMED);
        }
        var now = clock.instant().getEpochSecond();
        if (time < now - OLDEST.toSeconds()) {
            return refused(Result.EXPIRED);
        }
        if (time > now + NEWEST.toSeconds()) {
            return refused(Result.FUTURE);
        }
        long signedTime = time;
        return new WebhookSignature(
                Result.VALID,
                candidates,
                secrets.stream().map(secret -> mac(secret, signedTime)).toList());
    }

    /** The header's value for a body; what a sender would write. */
    public static String sign(byte[] body, String secret, Instant at) {
        var mac = mac(secret, at.getEpochSecond());
        return "t=" + at.getEpochSecond() + ",v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    public WebhookSignature update(byte[] bytes, int offset, int length) {
        macs.forEach(mac -> mac.update(bytes, offset, length));
        return this;
    }

    /** Whether the header alone is bad enough: then no body need be read. */
    public boolean isRefused() {
        return beforeBody != Result.VALID;
    }

    /** Call once, after the whole body. */
    public Result result() {
        if (beforeBody != Result.VALID) {
            return beforeBody;
        }
        boolean matches = false;
        for (var mac : macs) {
            var expected = mac.doFinal();
            for (var candidate : candidates) {
                matches |= MessageDigest.isEqual(expected, candidate);
            }
        }
        return matches ? Result.VALID : Result.MISMATCH;
    }

    private static WebhookSignature refused(Result why) {
        return new WebhookSignature(why, List.of(), List.of());
    }

    private static Mac mac(String secret, long time) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
