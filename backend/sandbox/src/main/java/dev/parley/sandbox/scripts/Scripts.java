package dev.parley.sandbox.scripts;

import dev.parley.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** All that were written. */
public final class Scripts {

    private static final List<String> NAMES = List.of(
            "ru-01-windows-all-said",
            "ru-02-frame-house",
            "ru-03-two-emails",
            "ru-04-corrected-phone",
            "ru-05-email-only",
            "ru-06-voicemail",
            "ru-07-wrong-number",
            "ru-08-interrupted",
            "ru-09-developer",
            "ru-10-surname-not-heard",
            "ru-11-warranty",
            "ru-12-no-contact",
            "en-01-new-patient",
            "en-02-corporate-plan",
            "en-03-toothache",
            "en-04-two-phones",
            "en-05-dropped",
            "en-06-records",
            "en-07-vendor",
            "en-08-abroad");

    private static final List<Script> ALL = NAMES.stream().map(Scripts::named).toList();

    private Scripts() {}

    public static List<Script> all() {
        return ALL;
    }

    public static List<Script> in(String language) {
        return ALL.stream().filter(script -> script.language().equals(language)).toList();
    }

    /** @param name of its file, for example ru-03-two-emails */
    public static Script named(String name) {
        try (var file = Scripts.class.getResourceAsStream("/dev/parley/sandbox/scripts/" + name + ".json")) {
            if (file == null) {
                throw new IllegalArgumentException("No script " + name);
            }
            return Json.MAPPER.readValue(file, Script.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Script " + name + " cannot be read", e);
        }
    }
}
