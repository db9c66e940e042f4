package dev.parley.admin.preferences;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.page.ColorScheme;
import dev.parley.admin.language.TextKey;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Light, dark, or as the device has it. */
@TextKey("theme")
public enum Theme {
    SYSTEM(ColorScheme.Value.LIGHT_DARK, "light dark", VaadinIcon.ADJUST),
    LIGHT(ColorScheme.Value.LIGHT, "light", VaadinIcon.SUN_O),
    DARK(ColorScheme.Value.DARK, "dark", VaadinIcon.MOON_O);

    static final String COOKIE = "parley-theme";

    private final ColorScheme.Value colorScheme;
    private final String css;
    private final VaadinIcon icon;

    Theme(ColorScheme.Value colorScheme, String css, VaadinIcon icon) {
        this.colorScheme = colorScheme;
        this.css = css;
        this.icon = icon;
    }

    public static Theme of(Cookie @Nullable [] cookies) {
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie ->
                        Stream.of(values()).filter(theme -> theme.key().equals(cookie.getValue())))
                .findFirst()
                .orElse(SYSTEM);
    }

    public ColorScheme.Value colorScheme() {
        return colorScheme;
    }

    /** For the first page, before any script has run. */
    public String css() {
        return css;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return text(this);
    }

    VaadinIcon icon() {
        return icon;
    }
}
