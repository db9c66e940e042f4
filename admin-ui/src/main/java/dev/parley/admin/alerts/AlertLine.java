package dev.parley.admin.alerts;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.parley.admin.language.Formats;
import java.time.Duration;

/** What one alert says: how bad it is, what is wrong, why, since when, and how often it was reported. */
final class AlertLine extends Div {

    private final Formats formats;

    AlertLine(Alert alert, Formats formats) {
        this.formats = formats;
        addClassName("alert-line");
        var severity = new Span(alert.severity().icon().create(), new Span(text(alert.severity())));
        severity.addClassName("alert-severity");
        var title = new Span(alert.message().in(formats.locale()));
        title.addClassName("alert-title");
        add(severity, title, new Span(alert.reason()), quiet(when(alert)));
        if (alert.count() > 1) {
            add(quiet(text("alerts.reported", alert.count(), formats.distance(alert.lastSeenAt()))));
        }
    }

    private String when(Alert alert) {
        var from = formats.shortTime(alert.openedAt());
        return alert.closedAt() == null
                ? text("alerts.since", from, formats.distance(alert.openedAt()))
                : text("alerts.fromTo", from, formats.span(Duration.between(alert.openedAt(), alert.closedAt())));
    }

    private static Span quiet(String text) {
        var span = new Span(text);
        span.addClassName("quiet");
        return span;
    }
}
