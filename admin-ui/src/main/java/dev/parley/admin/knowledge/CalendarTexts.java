package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.stream.Stream;

/** A calendar in the reader's language. */
final class CalendarTexts extends DatePickerI18n {

    private static final int DAYS = 7;

    CalendarTexts(Locale locale) {
        setMonthNames(Stream.of(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                .toList());
        // Sunday comes first here, wherever weeks begin.
        var days =
                Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1)).limit(DAYS).toList();
        setWeekdays(days.stream()
                .map(day -> day.getDisplayName(TextStyle.FULL, locale))
                .toList());
        setWeekdaysShort(days.stream()
                .map(day -> day.getDisplayName(TextStyle.SHORT, locale))
                .toList());
        setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % DAYS);
        setToday(text("knowledge.today"));
        setCancel(text("action.cancel"));
    }
}
