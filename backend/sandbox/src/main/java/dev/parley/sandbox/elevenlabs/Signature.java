package dev.parley.sandbox.elevenlabs;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code ElevenLabs-Signature}: the time, and an HMAC-SHA256 over the time, a dot and the body. */
final class Signature {

    static final String HEADER = "ElevenLabs-Signature";

    private Signature() {}

    static String of(byte[] body, String secret, long unixSecs) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((unixSecs + ".").getBytes(StandardCharsets.UTF_8));
            return "t=" + unixSecs + ",v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
