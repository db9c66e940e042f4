package dev.parley.admin.language;

import com.vaadin.flow.component.UI;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Dates, times and numbers as the reader writes them, on the reader's clock. */
public record Formats(Locale locale, ZoneId zone, Clock clock) {

    private static final Duration NOW = Duration.ofSeconds(5);

    /** Those of the person looking at the current page. */
    public static Formats current(Clock clock) {
        var details = UI.getCurrent().getPage().getExtendedClientDetails();
        var zone = details == null ? null : details.getTimeZoneId();
        return new Formats(Texts.locale(), zone == null ? ZoneOffset.UTC : ZoneId.of(zone), clock);
    }

    /** Short for lists: only what is not obvious from today's date. */
    public String shortTime(Instant instant) {
        var then = instant.atZone(zone);
        var now = clock.instant().atZone(zone);
        if (then.toLocalDate().equals(now.toLocalDate())) {
            return time().format(then);
        }
        var day = then.getYear() == now.getYear() ? "d MMM" : "d MMM yyyy";
        return DateTimeFormatter.ofPattern(day, locale).format(then) + ", " + time().format(then);
    }

    public String fullTime(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    public String date(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    /** 1:05, or 1:02:05 from an hour on. */
    public String duration(int seconds) {
        int hours = seconds / 3600;
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    /** In its largest unit, or its two largest: 45 s, 3 min, 2 h 5 min, 4 days. */
    public String span(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes < 1) {
            return unit("seconds", Math.max(0, duration.toSeconds()));
        }
        if (minutes < 60) {
            return unit("minutes", minutes);
        }
        if (minutes < 2 * 24 * 60) {
            var hours = unit("hours", minutes / 60);
            return minutes % 60 == 0 ? hours : hours + " " + unit("minutes", minutes % 60);
        }
        return unit("days", duration.toDays());
    }

    /** How far from now: 3 min ago, in 2 min, now. */
    public String distance(Instant instant) {
        var until = Duration.between(clock.instant(), instant);
        if (until.abs().compareTo(NOW) < 0) {
            return Translations.get(locale, "time.now");
        }
        return until.isNegative()
                ? Translations.get(locale, "time.ago", span(until.negated()))
                : Translations.get(locale, "time.in", span(until));
    }

    private String unit(String name, long count) {
        return Translations.get(locale, "time." + name, count);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** @param share 1 is all */
    public String percent(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    public String decimal(double number) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(number);
    }

    /** The language's name in the reader's language. */
    public String language(String tag) {
        var name = Locale.forLanguageTag(tag).getDisplayLanguage(locale);
        return name.isEmpty() ? tag : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    private DateTimeFormatter time() {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
    }
}
