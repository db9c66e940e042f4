package dev.parley.security;

import dev.parley.Settings;
import dev.parley.StartException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.Config;

/**
 * The keys that wrap the data keys of secrets, from PARLEY_MASTER_KEY: base64 of 32 bytes each, separated by commas. The
 * first one seals, all of them open: put a new one in front to rotate.
 */
public final class MasterKeys {

    private static final String SETTING = "PARLEY_MASTER_KEY";
    private static final int KEY_BYTES = 32;

    private final Map<String, SecretKey> byId = new LinkedHashMap<>();

    /** @throws StartException when there is no key, or one is not 32 bytes in base64 */
    static MasterKeys from(Config config) {
        return new MasterKeys(Settings.text(config, SETTING).orElseThrow(() -> malformed("is not set: it")));
    }

    /** @throws StartException when a key is not 32 bytes in base64; the message does not repeat it */
    public MasterKeys(String setting) {
        for (var encoded : setting.split(",", -1)) {
            byte[] key;
            try {
                key = Base64.getDecoder().decode(encoded.strip());
            } catch (IllegalArgumentException e) {
                throw malformed("is malformed: it"); // without the cause: it quotes the key
            }
            if (key.length != KEY_BYTES) {
                throw malformed("is malformed: it");
            }
            byId.put(id(key), new SecretKeySpec(key, "AES"));
        }
    }

    String currentId() {
        return byId.keySet().iterator().next();
    }

    SecretKey byId(String id) {
        var key = byId.get(id);
        if (key == null) {
            throw new IllegalStateException(
                    "The master key that sealed it, " + id + ", is not among those of " + SETTING);
        }
        return key;
    }

    private static String id(byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StartException malformed(String what) {
        return new StartException(
                SETTING + " " + what + " takes base64 of 32 bytes, for example: openssl rand -base64 32");
    }
}
