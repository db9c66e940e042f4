package dev.parley.admin.leads;

import static dev.parley.admin.language.Texts.text;
import static dev.parley.admin.language.Texts.textOr;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import dev.parley.admin.lists.ScoreLevel;

/** The score and what it is made of. */
final class ScoreCard extends Div {

    ScoreCard(Lead lead, TurnLinks turns) {
        addClassName("section");
        var heading = new Div(new H3(text("leads.score")), ScoreLevel.mark(lead.leadQualityScore()));
        heading.addClassName("section-heading");
        add(heading);
        int most = lead.scoreSignals().stream()
                .mapToInt(Lead.ScoreSignal::points)
                .max()
                .orElse(1);
        for (var signal : lead.scoreSignals()) {
            var name = new Span(textOr(signal.name().replace('_', ' '), "leads.signal." + signal.name()));
            name.addClassName("signal-name");
            var fill = new Span();
            fill.getStyle().set("width", Math.max(4, 100 * signal.points() / most) + "%");
            var bar = new Span(fill);
            bar.addClassName("signal-bar");
            var points = new Span((signal.points() < 0 ? "−" : "+") + Math.abs(signal.points()));
            points.addClassName("signal-points");
            add(turns.line(signal.turn(), "signal", name, bar, points));
        }
    }
}
