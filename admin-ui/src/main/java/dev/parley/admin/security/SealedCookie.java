package dev.parley.admin.security;

import dev.parley.admin.settings.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals a refresh token for its way through the browser: AES-256-GCM under the panel's key. */
public final class SealedCookie {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] PURPOSE = "parley panel refresh token 1".getBytes(StandardCharsets.UTF_8);

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    /** @param base64Key 32 bytes */
    public SealedCookie(Secret base64Key) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64Key.value());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("PARLEY_PANEL_KEY is not Base64");
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("PARLEY_PANEL_KEY must be 32 bytes, in Base64");
        }
        key = new SecretKeySpec(bytes, "AES");
    }

    String seal(Secret token) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(token.value().getBytes(StandardCharsets.UTF_8));
            var all =
                    ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM lacks AES-GCM", e);
        }
    }

    /** @return empty when it was not sealed with this key, or was tampered with */
    Optional<Secret> open(String cookie) {
        try {
            var all = Base64.getUrlDecoder().decode(cookie);
            if (all.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            var nonce = java.util.Arrays.copyOf(all, NONCE_BYTES);
            var token = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(new Secret(new String(token, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(PURPOSE);
        return cipher;
    }
}
