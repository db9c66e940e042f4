package dev.parley.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals and opens secrets with AES-256-GCM. The label is bound in as associated data: a row moved elsewhere won't open. */
public final class Envelope {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final MasterKeys masterKeys;
    private final SecureRandom random = new SecureRandom();

    public Envelope(MasterKeys masterKeys) {
        this.masterKeys = masterKeys;
    }

    public SealedSecret seal(String secret, String label) {
        var dataKey = new byte[KEY_BYTES];
        random.nextBytes(dataKey);
        var keyId = masterKeys.currentId();
        return new SealedSecret(
                keyId,
                encrypt(masterKeys.byId(keyId), dataKey, label),
                encrypt(new SecretKeySpec(dataKey, "AES"), secret.getBytes(StandardCharsets.UTF_8), label));
    }

    /** @throws IllegalStateException when the master key is missing, or row and label do not belong together */
    public String open(SealedSecret sealed, String label) {
        var dataKey = decrypt(masterKeys.byId(sealed.keyId()), sealed.wrappedKey(), label);
        return new String(decrypt(new SecretKeySpec(dataKey, "AES"), sealed.sealed(), label), StandardCharsets.UTF_8);
    }

    private byte[] encrypt(SecretKey key, byte[] plain, String label) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var ciphertext = run(Cipher.ENCRYPT_MODE, key, nonce, plain, label);
        var both = Arrays.copyOf(nonce, NONCE_BYTES + ciphertext.length);
        System.arraycopy(ciphertext, 0, both, NONCE_BYTES, ciphertext.length);
        return both;
    }

    private static byte[] decrypt(SecretKey key, byte[] both, String label) {
        if (both.length < NONCE_BYTES) {
            throw new IllegalStateException("A secret could not be opened");
        }
        var nonce = Arrays.copyOf(both, NONCE_BYTES);
        return run(Cipher.DECRYPT_MODE, key, nonce, Arrays.copyOfRange(both, NONCE_BYTES, both.length), label);
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, byte[] input, String label) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A secret could not be " + (mode == Cipher.ENCRYPT_MODE ? "sealed" : "opened"), e);
        }
    }
}
