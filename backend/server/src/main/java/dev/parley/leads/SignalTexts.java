package dev.parley.leads;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the signals of a score say, in a sentence. */
public final class SignalTexts {

    private static final ResourceBundle ENGLISH = bundle("en");
    private static final ResourceBundle RUSSIAN = bundle("ru");

    private SignalTexts() {}

    public static String english(String signal) {
        return text(ENGLISH, signal);
    }

    public static String russian(String signal) {
        return text(RUSSIAN, signal);
    }

    private static String text(ResourceBundle texts, String signal) {
        return texts.containsKey(signal) ? texts.getString(signal) : signal;
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "dev.parley.leads.signals",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
