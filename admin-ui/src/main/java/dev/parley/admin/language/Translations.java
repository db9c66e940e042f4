package dev.parley.admin.language;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Vaadin's way to our texts. Vaadin's own provider would answer English readers in Russian, seeing only that bundle. */
public final class Translations implements I18NProvider {

    @Override
    public List<Locale> getProvidedLocales() {
        return Languages.ALL;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        return get(locale, key, parameters);
    }

    public static String get(Locale locale, String key, Object... parameters) {
        try {
            var text = bundle(locale).getString(key);
            return parameters.length == 0 ? text : new MessageFormat(text, locale).format(parameters);
        } catch (MissingResourceException e) {
            return key;
        }
    }

    static boolean has(Locale locale, String key) {
        return bundle(locale).containsKey(key);
    }

    private static ResourceBundle bundle(Locale locale) {
        var language = Languages.RUSSIAN.getLanguage().equals(locale.getLanguage()) ? "ru" : "en";
        return ResourceBundle.getBundle("dev.parley.admin.language.texts_" + language, Locale.ROOT);
    }
}
