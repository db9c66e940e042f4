package dev.parley.admin.language;

import com.vaadin.flow.component.UI;
import java.util.Locale;

/** Texts for the person looking at the current page. */
public final class Texts {

    private Texts() {}

    public static String text(String key, Object... parameters) {
        return Translations.get(locale(), key, parameters);
    }

    /** What a constant is called; its enum has a {@link TextKey}. */
    public static String text(Enum<?> constant) {
        return text(key(constant));
    }

    /** The key of a constant's text. */
    public static String key(Enum<?> constant) {
        return constant.getDeclaringClass().getAnnotation(TextKey.class).value() + "." + constant.name();
    }

    /** For names that come from outside and may be new to us. */
    public static String textOr(String otherwise, String key) {
        return Translations.has(locale(), key) ? text(key) : otherwise;
    }

    public static Locale locale() {
        var ui = UI.getCurrent();
        return ui == null ? Languages.ENGLISH : ui.getLocale();
    }
}
