package dev.parley.knowledge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as it is stored: 64 hexadecimal digits. */
final class ContentHash {

    private ContentHash() {}

    static String of(String content) {
        return text(digest().digest(content.getBytes(StandardCharsets.UTF_8)));
    }

    static String text(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // each JVM has it
        }
    }
}
