package dev.parley.schema;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and who logs in, read from {@code postgresql://user:password@host:port/name?options} (as Supabase
 * shows it) or {@code jdbc:postgresql://host:port/name?user=…&password=…}. Prints without the password.
 *
 * @param jdbc the JDBC URL without user and password
 * @param user the log-in
 * @param password empty when the URL has none
 */
public record DatabaseUrl(String jdbc, String user, String password) {

    private static final Pattern CREDENTIAL = Pattern.compile("(?<=[?&])(user|password)=([^&]*)&?");

    /**
     * @param url one of the two forms
     * @throws IllegalArgumentException when it is neither, or names no user; the message never repeats the URL
     */
    public static DatabaseUrl parse(String url) {
        return url.startsWith("jdbc:") ? fromJdbc(url) : fromUri(url);
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

    private static DatabaseUrl fromUri(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw malformed(); // without the cause: it quotes the password
        }
        if (uri.getScheme() == null || !uri.getScheme().startsWith("postgres") || uri.getHost() == null) {
            throw malformed();
        }
        String credentials = uri.getRawUserInfo();
        if (credentials == null || credentials.isEmpty()) {
            throw new IllegalArgumentException("The database URL names no user");
        }
        int colon = credentials.indexOf(':');
        String user = colon < 0 ? credentials : credentials.substring(0, colon);
        String password = colon < 0 ? "" : credentials.substring(colon + 1);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new DatabaseUrl(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query, decode(user), decode(password));
    }

    private static DatabaseUrl fromJdbc(String url) {
        if (!url.startsWith("jdbc:postgresql://")) {
            throw malformed();
        }
        String user = null;
        String password = "";
        var credentials = CREDENTIAL.matcher(url);
        while (credentials.find()) {
            if (credentials.group(1).equals("user")) {
                user = decode(credentials.group(2));
            } else {
                password = decode(credentials.group(2));
            }
        }
        if (user == null) {
            throw new IllegalArgumentException("The database URL names no user");
        }
        String bare = CREDENTIAL.matcher(url).replaceAll("").replaceAll("[?&]$", "");
        return new DatabaseUrl(bare, user, password);
    }

    private static String decode(@Nullable String text) {
        // In user and password a plus is a plus; URLDecoder would read it as a space.
        return text == null ? "" : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "A database URL looks like postgresql://user:password@host:5432/name or jdbc:postgresql://…");
    }
}
