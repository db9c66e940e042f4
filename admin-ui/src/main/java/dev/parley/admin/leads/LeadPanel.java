package dev.parley.admin.leads;

import static dev.parley.admin.language.Texts.text;
import static dev.parley.admin.language.Texts.textOr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.parley.admin.clients.Links;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.language.Formats;
import dev.parley.admin.lists.Detail;
import dev.parley.admin.lists.Facts;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A lead in full: who, why, from where, and what people did with it. */
final class LeadPanel extends Detail<Lead> {

    private final Workplace workplace;
    private final Leads leads;
    private final Formats formats;
    private final Div read = new Div();
    private final LeadEditor editor;
    private final StatusPicker status;

    LeadPanel(Workplace workplace, Leads leads, Formats formats, String id, Runnable close) {
        super(id, close);
        this.workplace = workplace;
        this.leads = leads;
        this.formats = formats;
        var saving = new Saving(this, leads, workplace.api(), this::load, failure());
        editor = new LeadEditor(saving, workplace.account().email() + "/" + id);
        status = new StatusPicker(saving);
        read.addClassName("detail-content");
    }

    @Override
    protected Optional<Lead> find(String id) {
        return leads.find(workplace.api(), id);
    }

    @Override
    protected void show(Lead lead, @Nullable Lead before) {
        if (workplace.mayEdit()) {
            editor.show(lead);
            status.show(lead);
        }
        if (lead.equals(before)) {
            return;
        }
        header().title(title(lead));
        header().line(text("leads.capturedAt", formats.fullTime(lead.createdAt())));
        header().tools(workplace.mayEdit() ? status : lead.status().tag());
        read.removeAll();
        read.add(new ScoreCard(lead, place(lead)), new EvidenceList(lead, place(lead)));
        collected(lead).ifPresent(read::add);
        // What somebody may be typing into stays where it is.
        if (before == null || !workplace.mayEdit()) {
            content().removeAll();
            content().add(story(lead), workplace.mayEdit() ? editor : facts(lead), read);
        }
    }

    private Component story(Lead lead) {
        var story = new Div();
        story.addClassName("story");
        if (lead.conversationSummary() != null) {
            story.add(new Paragraph(lead.conversationSummary()));
        }
        var source = lead.sourceConversation();
        if (source != null) {
            var link = new Anchor(Links.one(workplace.client().id(), "conversations", source.id()));
            link.addClassName("source");
            link.add(VaadinIcon.PHONE.create(), new Span(text("leads.conversation")));
            Stream.of(
                            source.title(),
                            formats.shortTime(source.startedAt()),
                            source.durationSeconds() == null ? null : formats.duration(source.durationSeconds()))
                    .filter(fact -> fact != null)
                    .map(Span::new)
                    .forEach(link::add);
            story.add(link);
        }
        return story;
    }

    private static Facts facts(Lead lead) {
        var facts = new Facts();
        for (var field : LeadField.values()) {
            var value = field.of(lead);
            facts.add(field.label(), value.isEmpty() ? "—" : value);
        }
        return facts;
    }

    /** What the agent collected by the client's own ids, beyond what is a field of every lead. */
    private static Optional<Component> collected(Lead lead) {
        var facts = new Facts();
        var others = lead.extractedEntities().properties().stream()
                .filter(entry -> !repeats(lead, entry.getKey(), entry.getValue().asString("")))
                .toList();
        others.forEach(entry -> facts.add(
                textOr(entry.getKey().replace('_', ' '), "leads.field." + entry.getKey()),
                entry.getValue().isValueNode()
                        ? entry.getValue().asString()
                        : entry.getValue().toString()));
        if (others.isEmpty()) {
            return Optional.empty();
        }
        var section = new Div(new H3(text("leads.collected")), facts);
        section.addClassName("section");
        return Optional.of(section);
    }

    private static boolean repeats(Lead lead, String key, String value) {
        return Stream.of(LeadField.values())
                .anyMatch(field -> field.key().equals(key) && field.of(lead).equals(value));
    }

    private TurnLinks place(Lead lead) {
        return new TurnLinks(workplace.client().id(), lead.sourceConversation(), formats);
    }

    private static String title(Lead lead) {
        return LeadGrid.title(new LeadRow(
                lead.id(),
                lead.name(),
                lead.email(),
                lead.phone(),
                lead.company(),
                lead.leadQualityScore(),
                lead.status(),
                null,
                lead.createdAt()));
    }
}
