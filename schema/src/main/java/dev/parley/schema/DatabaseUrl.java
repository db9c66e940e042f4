package dev.parley.schema;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a database is and who logs in, read from {@code postgresql://user:password@host:port/name?options} (as libpq takes it
 * and Supabase shows it) or {@code jdbc:postgresql://host:port/name?user=…&password=…}. There may be several hosts, separated by
 * commas; a database without a name is called as its user is. Prints without the password.
 *
 * @param jdbc the JDBC URL without user and password
 * @param user the log-in
 * @param password empty when the URL has none
 */
public record DatabaseUrl(String jdbc, String user, String password) {

    /** Groups: user and password, hosts, name, options. */
    private static final Pattern URI =
            Pattern.compile("(?is)postgres(?:ql)?://(?:([^@/]*)@)?([^/?]*)(?:/([^?]*))?(?:\\?(.*))?");

    private static final Pattern JDBC = Pattern.compile("(?is)jdbc:postgresql://()([^/?]*)(?:/([^?]*))?(?:\\?(.*))?");

    private static final Pattern HOST = Pattern.compile("([\\p{L}\\p{N}._-]*|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");
    private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /**
     * @param url one of the two forms
     * @throws IllegalArgumentException when it is neither, or names no user; the message goes on after the name of a setting,
     *     says what to write, and repeats no part of the URL
     */
    public static DatabaseUrl parse(String url) {
        var text = url.strip();
        boolean jdbc = text.regionMatches(true, 0, "jdbc:", 0, 5);
        var parts = (jdbc ? JDBC : URI).matcher(text);
        if (!parts.matches()) {
            throw malformed("is not a database URL");
        }
        if (text.chars().anyMatch(Character::isWhitespace)) {
            throw malformed("has a space in it, to be written as %20");
        }
        if (!jdbc && NO_ESCAPE.matcher(text).find()) {
            throw malformed("has a % that begins no escape, to be written as %25");
        }
        if (!Stream.of(parts.group(2).split(",", -1))
                .allMatch(host -> HOST.matcher(host).matches())) {
            throw malformed("has a host or port that cannot be one");
        }
        return of(parts);
    }

    /** The role behind the log-in: at Supabase's poolers a log-in is {@code role.projectref}. */
    public String role() {
        int dot = user.indexOf('.');
        return dot < 0 ? user : user.substring(0, dot);
    }

    /** @return this database under another log-in */
    public DatabaseUrl as(String otherUser, String otherPassword) {
        return new DatabaseUrl(jdbc, otherUser, otherPassword);
    }

    @Override
    public String toString() {
        return "DatabaseUrl[" + user + " at " + jdbc + "]";
    }

    private static DatabaseUrl of(Matcher parts) {
        var options = new UrlOptions(parts.group(4));
        var credentials = parts.group(1) == null ? "" : parts.group(1);
        int colon = credentials.indexOf(':');
        var user = colon < 0 ? credentials : credentials.substring(0, colon);
        var password = colon < 0 ? "" : credentials.substring(colon + 1);
        user = options.last("user").orElse(user);
        password = options.last("password").orElse(password);
        if (user.isEmpty()) {
            throw malformed("names no user");
        }
        var name = parts.group(3) == null || parts.group(3).isEmpty() ? user : parts.group(3);
        var hosts = parts.group(2).isEmpty() ? "localhost" : parts.group(2);
        return new DatabaseUrl(
                "jdbc:postgresql://" + hosts.toLowerCase(Locale.ROOT) + "/" + name + options.ofTheDriver(),
                decode(user),
                decode(password));
    }

    /** A plus is a plus, and a percent sign that begins no escape is one. */
    private static String decode(String text) {
        return URLDecoder.decode(NO_ESCAPE.matcher(text).replaceAll("%25").replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException malformed(String what) {
        return new IllegalArgumentException(what
                + ": write postgresql://user:password@host:5432/name, with special characters of user and password escaped"
                + " (%40 for @, %2F for /), or jdbc:postgresql://host:5432/name?user=…&password=…");
    }
}
