package dev.parley.admin.language;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** Vaadin's way to our texts. Vaadin's own provider would answer English readers in Russian, seeing only that bundle. */
public final class Translations implements I18NProvider {

    private static final Map<String, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

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
            var text = bundle(locale, key).getString(key);
            return parameters.length == 0 ? text : new MessageFormat(text, locale).format(parameters);
        } catch (MissingResourceException e) {
            return key;
        }
    }

    static boolean has(Locale locale, String key) {
        return bundle(locale, key).containsKey(key);
    }

    /** The first word of a key is the folder of its texts; those of all other keys are here. */
    private static ResourceBundle bundle(Locale locale, String key) {
        var language = Languages.RUSSIAN.getLanguage().equals(locale.getLanguage()) ? "ru" : "en";
        var folder = key.substring(0, key.indexOf('.') < 0 ? key.length() : key.indexOf('.'));
        return BUNDLES.computeIfAbsent(folder + "/" + language, unused -> bundle(folder, language));
    }

    private static ResourceBundle bundle(String folder, String language) {
        var beside = "dev.parley.admin." + folder + ".texts_" + language;
        var file = beside.replace('.', '/') + ".properties";
        var there = Translations.class.getClassLoader().getResource(file) != null;
        return ResourceBundle.getBundle(there ? beside : "dev.parley.admin.language.texts_" + language, Locale.ROOT);
    }
}
