package dev.parley.admin.preferences;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import dev.parley.admin.language.Languages;
import dev.parley.admin.language.Translations;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Locale;

/** Reads and keeps what a person chose for this browser. */
public final class Preferences {

    private static final Duration KEPT = Duration.ofDays(365);

    private static final int RECONNECT_MILLIS = 2_000;

    private Preferences() {}

    public static Locale language(VaadinRequest request) {
        return Languages.of(request.getCookies(), request.getLocale());
    }

    /** Speaks the language from now on, on the page that is open, too. */
    static void choose(Locale language) {
        keep(Languages.COOKIE, language.getLanguage());
        var ui = UI.getCurrent();
        ui.getPage().executeJs("document.documentElement.lang = $0", language.getLanguage());
        speak(ui, language);
        ui.refreshCurrentRoute(true);
    }

    /** Sets the language of a page, and of what Vaadin itself says there. */
    public static void speak(UI ui, Locale language) {
        ui.getSession().setLocale(language);
        ui.setLocale(language);
        var connection = ui.getReconnectDialogConfiguration();
        connection.setReconnectInterval(RECONNECT_MILLIS);
        connection.setDialogText(Translations.get(language, "connection.lost"));
        connection.setDialogTextGaveUp(Translations.get(language, "connection.gone"));
    }

    static void choose(Theme theme) {
        keep(Theme.COOKIE, theme.key());
        UI.getCurrent().getPage().setColorScheme(theme.colorScheme());
    }

    private static void keep(String name, String value) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(Math.toIntExact(KEPT.toSeconds()));
        cookie.setHttpOnly(true);
        cookie.setSecure(VaadinRequest.getCurrent().isSecure());
        cookie.setAttribute("SameSite", "Lax");
        VaadinResponse.getCurrent().addCookie(cookie);
    }
}
