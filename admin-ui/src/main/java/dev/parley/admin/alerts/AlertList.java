package dev.parley.admin.alerts;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import dev.parley.admin.clients.Client;
import dev.parley.admin.clients.Links;
import dev.parley.admin.feature.Features;
import dev.parley.admin.language.Formats;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** What is wrong, and what was wrong lately. */
final class AlertList extends Div {

    private static final Duration LATELY = Duration.ofDays(7);
    private static final int MOST = 5;

    private final Client client;
    private final Features features;
    private final Formats formats;

    AlertList(List<Alert> alerts, Client client, Features features, Formats formats) {
        this.client = client;
        this.features = features;
        this.formats = formats;
        addClassName("alerts");
        var open = alerts.stream()
                .filter(Alert::open)
                .sorted(Comparator.comparing(Alert::severity))
                .toList();
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

    /** Leads to the page that explains it, where there is one. */
    private Component line(Alert alert) {
        var line = new AlertLine(alert, formats);
        var page = features.explaining(alert.kind(), client.role());
        HtmlContainer container =
                page.isPresent() ? new Anchor(Links.list(client.id(), page.get().name())) : new Div();
        container.addClassNames(
                "alert",
                alert.open() ? "alert-open" : "alert-over",
                alert.severity().style());
        container.add(line);
        return container;
    }
}
