package dev.parley.admin.alerts;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import dev.parley.admin.clients.Links;
import dev.parley.admin.language.Formats;
import java.time.Duration;
import java.util.List;

/** What is wrong, and what was wrong lately. */
final class AlertList extends Div {

    private static final Duration LATELY = Duration.ofDays(7);
    private static final int MOST = 5;

    private final String clientId;
    private final Formats formats;

    AlertList(List<Alert> alerts, String clientId, Formats formats) {
        this.clientId = clientId;
        this.formats = formats;
        addClassName("alerts");
        var open = alerts.stream().filter(Alert::open).toList();
        var since = formats.clock().instant().minus(LATELY);
        var over = alerts.stream()
                .filter(alert -> alert.closedAt() != null && alert.closedAt().isAfter(since))
                .limit(MOST)
                .toList();
        add(new H2(text("alerts")));
        open.forEach(alert -> add(line(alert)));
        if (open.isEmpty()) {
            var calm = new Span(text("alerts.none"));
            calm.addClassName("quiet");
            add(calm);
        }
        if (!over.isEmpty()) {
            add(new H2(text("alerts.over")));
            over.forEach(alert -> add(line(alert)));
        }
    }

    private Component line(Alert alert) {
        var title = new Span(alert.title());
        title.addClassName("alert-title");
        var reason = new Span(alert.reason());
        var when = new Span(when(alert));
        when.addClassName("quiet");
        var link = new Anchor(Links.list(clientId, "sync"));
        link.addClassNames("alert", alert.open() ? "alert-open" : "alert-over");
        link.add(title, reason, when);
        return link;
    }

    private String when(Alert alert) {
        var from = formats.shortTime(alert.openedAt());
        return alert.closedAt() == null
                ? text("alerts.since", from, formats.distance(alert.openedAt()))
                : text("alerts.fromTo", from, formats.span(Duration.between(alert.openedAt(), alert.closedAt())));
    }
}
