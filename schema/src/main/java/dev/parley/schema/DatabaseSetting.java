package dev.parley.schema;

import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A database URL that is a setting. Over a network it has to be verified who answers: passwords and transcripts would go to
 * whoever does.
 */
public final class DatabaseSetting {

    /** Says that it need not be, for a network that is trusted. */
    public static final String UNVERIFIED = "PARLEY_UNVERIFIED_DATABASE";

    private static final Pattern LOOPBACK =
            Pattern.compile("(([a-z0-9-]+\\.)*localhost|127(\\.[0-9]{1,3}){3}|\\[::1])?(:[0-9]*)?");

    private DatabaseSetting() {}

    /**
     * @param settings gives the value of a setting; null when it is not set
     * @throws IllegalArgumentException naming the setting that is missing or wrong and what to write; repeats no part of the URL
     */
    public static DatabaseUrl of(String setting, Function<String, @Nullable String> settings) {
        var text = settings.apply(setting);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(
                    setting + " is not set: write postgresql://user:password@host:5432/name");
        }
        DatabaseUrl url;
        try {
            url = DatabaseUrl.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + " " + e.getMessage()); // without the cause: nothing of the URL
        }
        var unverified = settings.apply(UNVERIFIED);
        if (!isLocal(url)
                && !isVerified(url)
                && !(unverified != null && unverified.strip().equals("true"))) {
            throw new IllegalArgumentException(
                    setting + " does not verify which database answers: add sslmode=verify-full" + " to it, or set "
                            + UNVERIFIED + "=true where the network up to it is trusted");
        }
        return url;
    }

    private static boolean isLocal(DatabaseUrl url) {
        var hosts = url.jdbc().substring("jdbc:postgresql://".length()).split("/", 2)[0];
        return Stream.of(hosts.split(",", -1))
                .allMatch(host -> LOOPBACK.matcher(host).matches());
    }

    private static boolean isVerified(DatabaseUrl url) {
        int query = url.jdbc().indexOf('?');
        var options = new UrlOptions(query < 0 ? null : url.jdbc().substring(query + 1));
        // Somebody's own way to look at certificates may be not to look.
        return options.last("sslmode").filter("verify-full"::equals).isPresent()
                && options.last("sslfactory").isEmpty()
                && options.last("sslhostnameverifier").isEmpty();
    }
}
