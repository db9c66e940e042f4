package dev.parley.admin.leads;

import static dev.parley.admin.language.Texts.text;
import static dev.parley.admin.language.Texts.textOr;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** Why the fields say what they say: the words, and the way to them. */
final class EvidenceList extends Div {

    EvidenceList(Lead lead, TurnLinks turns) {
        addClassName("section");
        add(new H3(text("leads.evidence")));
        if (lead.evidence().isEmpty()) {
            add(new Span(text("leads.noEvidence")));
        }
        for (var evidence : lead.evidence()) {
            var field = new Span(textOr(evidence.field().replace('_', ' '), "leads.field." + evidence.field()));
            field.addClassName("evidence-field");
            var value = new Span(evidence.value() == null ? "—" : evidence.value());
            value.addClassName("evidence-value");
            var state = new Span(text(evidence.state()));
            state.addClassNames("tag", "tag-" + evidence.state().name().toLowerCase(Locale.ROOT));
            var quote = new Span(evidence.quote() == null ? "" : "“" + evidence.quote() + "”");
            quote.addClassName("evidence-quote");
            add(turns.line(evidence.turn(), "evidence", field, value, state, quote));
        }
    }
}
