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
            "ru-13-balcony-glazing",
            "ru-14-hotel-windows",
            "ru-15-condensation",
            "ru-16-school-tender",
            "ru-17-bathhouse",
            "ru-18-mosquito-nets",
            "ru-19-invoice-resent",
            "ru-20-two-contacts",
            "ru-21-designer",
            "ru-22-price-shopping",
            "ru-23-winter-garden",
            "ru-24-line-breaks",
            "ru-25-follow-up-quote",
            "ru-26-callback-machine",
            "ru-27-cottage-village",
            "ru-28-office-partitions",
            "ru-29-job-seeker",
            "ru-30-greenhouse-farm",
            "ru-31-grandmother",
            "ru-32-noise-complaint",
            "en-01-new-patient",
            "en-02-corporate-plan",
            "en-03-toothache",
            "en-04-two-phones",
            "en-05-dropped",
            "en-06-records",
            "en-07-vendor",
            "en-08-abroad",
            "en-09-braces-teen",
            "en-10-hotel-staff",
            "en-11-broken-crown",
            "en-12-invoice-dispute",
            "en-13-implant-quote",
            "en-14-rugby-club",
            "en-15-reschedule",
            "en-16-anonymous-fear",
            "en-17-software-office",
            "en-18-pharmacy-check",
            "en-19-veneers-wedding",
            "en-20-survey-robot",
            "en-21-recall-call",
            "en-22-nursing-home",
            "en-23-second-opinion",
            "en-24-denture-repair",
            "en-25-hold-and-hang-up",
            "en-26-film-crew",
            "en-27-twins-first-visit",
            "en-28-lab-supplier");

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
