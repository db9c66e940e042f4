package dev.parley.admin.lists;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** How good a lead is, for the eye. */
public enum ScoreLevel {
    HIGH,
    MIDDLE,
    LOW;

    public static ScoreLevel of(int score) {
        return score >= 70 ? HIGH : score >= 40 ? MIDDLE : LOW;
    }

    public String kind() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Span mark(int score) {
        var mark = new Span(String.valueOf(score));
        mark.addClassNames("score", "score-" + of(score).kind());
        return mark;
    }
}
