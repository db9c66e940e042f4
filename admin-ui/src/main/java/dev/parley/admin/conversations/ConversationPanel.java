package dev.parley.admin.conversations;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.clients.Links;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.language.Formats;
import dev.parley.admin.lists.Detail;
import dev.parley.admin.lists.Facts;
import dev.parley.admin.lists.ScoreLevel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A conversation in full: what it was about, its lead, its facts, and every word. */
final class ConversationPanel extends Detail<Conversation> {

    private final Workplace workplace;
    private final Conversations conversations;
    private final Formats formats;
    private @Nullable TranscriptPanel transcript;
    private @Nullable Integer turn;

    ConversationPanel(Workplace workplace, Conversations conversations, Formats formats, String id, Runnable close) {
        super(id, close);
        this.workplace = workplace;
        this.conversations = conversations;
        this.formats = formats;
    }

    @Override
    protected Optional<Conversation> find(String id) {
        return conversations.find(workplace.api(), id);
    }

    @Override
    protected void entered(QueryParameters parameters) {
        turn = parameters
                .getSingleParameter("turn")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElse(null);
        if (transcript != null) {
            transcript.point(turn);
        }
    }

    @Override
    protected void show(Conversation conversation, @Nullable Conversation before) {
        if (conversation.equals(before)) {
            return;
        }
        header().title(ConversationGrid.title(conversation.row()));
        header().line(
                        formats.fullTime(conversation.startedAt()),
                        conversation.durationSeconds() == null ? "" : formats.duration(conversation.durationSeconds()),
                        formats.language(conversation.language()),
                        conversation.agent() == null ? "" : conversation.agent().name());
        content().removeAll();
        if (conversation.deletedAtSource()) {
            var mark = new Paragraph(text("conversations.deletedAtSource"));
            mark.addClassName("deleted-at-source");
            content().add(mark);
        }
        if (conversation.summary() != null) {
            var summary = new Paragraph(conversation.summary());
            summary.addClassName("summary");
            content().add(summary);
        }
        var lead = conversation.lead();
        if (lead != null) {
            content().add(leadCard(lead));
        }
        transcript = new TranscriptPanel(conversation, workplace.client().id(), formats);
        content().add(facts(conversation), transcript);
        transcript.point(turn);
    }

    private Anchor leadCard(Conversation.Lead lead) {
        var card = new Anchor(Links.one(workplace.client().id(), "leads", lead.id()));
        card.addClassName("lead-card");
        var name = new Span(lead.name() == null ? text("conversations.unnamedLead") : lead.name());
        name.addClassName("lead-card-name");
        var company = new Span(lead.company() == null ? "" : lead.company());
        company.addClassName("quiet");
        var open = new Span(text("conversations.openLead"));
        open.addClassName("lead-card-open");
        card.add(ScoreLevel.mark(lead.leadQualityScore()), name, company, open);
        return card;
    }

    private Facts facts(Conversation conversation) {
        var facts = new Facts();
        facts.add(text("conversations.outcome"), text(conversation.callSuccessful()));
        facts.add(text("conversations.status"), text(conversation.status()));
        if (conversation.direction() != null) {
            facts.add(text("conversations.direction"), text(conversation.direction()));
        }
        if (conversation.callerPhone() != null) {
            facts.add(text("conversations.callerPhone"), conversation.callerPhone());
        }
        if (conversation.sentimentScore() != null) {
            facts.add(text("conversations.sentiment"), formats.decimal(conversation.sentimentScore()));
        }
        if (!conversation.topics().isEmpty()) {
            facts.add(text("conversations.topics"), String.join(", ", conversation.topics()));
        }
        if (conversation.terminationReason() != null) {
            facts.add(text("conversations.ended"), conversation.terminationReason());
        }
        facts.add("ElevenLabs", conversation.elevenlabsConversationId());
        return facts;
    }
}
