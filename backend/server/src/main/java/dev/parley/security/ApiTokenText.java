package dev.parley.security;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * How an API token is written: {@code parley_}, 43 characters of a random 256-bit number, 6 characters of a CRC-32 of all
 * before it; digits and letters only. The checksum lets secret scanners tell tokens from text, and us refuse invented ones
 * without asking the database.
 */
public final class ApiTokenText {

    public static final String PREFIX = "parley_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int SECRET_BITS = 256;
    private static final int SECRET_CHARACTERS = 43;
    private static final int CHECKSUM_CHARACTERS = 6;
    private static final int SHOWN_CHARACTERS = 4;

    private ApiTokenText() {}

    /** A new one. */
    public static String generate(SecureRandom random) {
        var unsigned = PREFIX + base62(new BigInteger(SECRET_BITS, random), SECRET_CHARACTERS);
        return unsigned + checksum(unsigned);
    }

    /** Whether somebody means this to be an API token, whatever it is worth. */
    static boolean isMeantAs(String credential) {
        return credential.startsWith(PREFIX);
    }

    static boolean isWellFormed(String token) {
        int signed = PREFIX.length() + SECRET_CHARACTERS;
        return token.length() == signed + CHECKSUM_CHARACTERS
                && isMeantAs(token)
                && token.substring(signed).equals(checksum(token.substring(0, signed)));
    }

    /** What may be shown of it, so that people can tell which one it is. */
    public static String start(String token) {
        return token.substring(0, PREFIX.length() + SHOWN_CHARACTERS);
    }

    /** What is stored. Without salt or stretching: nobody guesses 256 random bits. */
    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return base62(BigInteger.valueOf(crc.getValue()), CHECKSUM_CHARACTERS);
    }

    private static String base62(BigInteger number, int characters) {
        var written = new StringBuilder();
        for (var rest = number; written.length() < characters; rest = rest.divide(BASE)) {
            written.append(DIGITS.charAt(rest.mod(BASE).intValue()));
        }
        return written.reverse().toString();
    }
}
