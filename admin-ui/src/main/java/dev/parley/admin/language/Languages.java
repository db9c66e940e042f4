package dev.parley.admin.language;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The languages the panel speaks, and which one a browser wants. */
public final class Languages {

    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale RUSSIAN = Locale.of("ru");
    public static final List<Locale> ALL = List.of(ENGLISH, RUSSIAN);
    public static final String COOKIE = "parley-language";

    private Languages() {}

    /** What was chosen, else what the browser prefers, else English. */
    public static Locale of(Cookie @Nullable [] cookies, @Nullable Locale preferred) {
        return Stream.concat(
                        Stream.of(cookies == null ? new Cookie[0] : cookies)
                                .filter(cookie -> cookie.getName().equals(COOKIE))
                                .map(Cookie::getValue),
                        Stream.ofNullable(preferred).map(Locale::getLanguage))
                .flatMap(tag -> ALL.stream().filter(one -> one.getLanguage().equals(tag)))
                .findFirst()
                .orElse(ENGLISH);
    }
}
