package dev.parley.admin.conversations;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.parley.admin.clients.Links;
import dev.parley.admin.conversations.Conversation.Turn;
import dev.parley.admin.language.Formats;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was said, as a dialogue: the agent on the left, the caller on the right, words that became a lead's values marked. */
final class TranscriptPanel extends Div {

    private static final String POINTED = "pointed";

    private final Map<Integer, Div> turns = new HashMap<>();
    private @Nullable Div pointed;

    TranscriptPanel(Conversation conversation, String clientId, Formats formats) {
        addClassName("transcript");
        add(new H3(text("conversations.transcript")));
        if (conversation.transcript().isEmpty()) {
            add(new Span(text("conversations.noTranscript")));
        }
        for (var turn : conversation.transcript()) {
            var link = new Anchor(
                    Links.one(clientId, "conversations", conversation.id()) + "?turn=" + turn.index(),
                    formats.duration(turn.secondsIn()));
            link.addClassName("turn-time");
            link.setTitle(text("conversations.moment", formats.duration(turn.secondsIn())));
            var bubble = turn(turn, link, quotes(conversation, turn.index()));
            turns.put(turn.index(), bubble);
            add(bubble);
        }
    }

    /** Points at a turn; null: at none. */
    void point(@Nullable Integer index) {
        if (pointed != null) {
            pointed.removeClassName(POINTED);
        }
        pointed = index == null ? null : turns.get(index);
        if (pointed != null) {
            pointed.addClassName(POINTED);
            pointed.getElement().executeJs("window.parley.reveal(this)");
        }
    }

    private static Div turn(Turn turn, Anchor time, List<String> quotes) {
        boolean agent = turn.role() == Turn.Role.AGENT;
        var who = new Span(text(agent ? "conversations.agentSaid" : "conversations.callerSaid"));
        who.addClassName("turn-who");
        var head = new Div(who, time);
        head.addClassName("turn-head");
        var bubble = new Div(head);
        bubble.addClassNames("turn", agent ? "turn-agent" : "turn-caller");
        if (turn.message() != null && !turn.message().isBlank()) {
            bubble.add(new QuotedText(turn.message(), quotes));
        }
        for (var tool : turn.toolNames()) {
            var chip = new Span(VaadinIcon.COG.create(), new Span(tool));
            chip.addClassName("turn-tool");
            bubble.add(chip);
        }
        return bubble;
    }

    private static List<String> quotes(Conversation conversation, int turn) {
        var lead = conversation.lead();
        return lead == null
                ? List.of()
                : lead.evidence().stream()
                        .filter(heard -> Objects.equals(heard.turn(), turn))
                        .map(Conversation.Heard::quote)
                        .filter(Objects::nonNull)
                        .toList();
    }
}
