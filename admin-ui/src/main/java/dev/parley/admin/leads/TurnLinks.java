package dev.parley.admin.leads;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.parley.admin.clients.Links;
import dev.parley.admin.language.Formats;
import org.jspecify.annotations.Nullable;

/** Ways from a lead to the turns of its conversation; each is called by the time at which the turn began. */
record TurnLinks(String clientId, Lead.@Nullable Source conversation, Formats formats) {

    /** A line that leads to the turn, where there is one; else just a line. */
    Component line(@Nullable Integer turn, String className, Component... parts) {
        if (turn == null || conversation == null) {
            var line = new Div(parts);
            line.addClassName(className);
            return line;
        }
        var link = new Anchor(Links.one(clientId, "conversations", conversation.id()) + "?turn=" + turn);
        link.add(parts);
        link.add(time(turn, conversation));
        link.addClassNames(className, "leads-to-turn");
        return link;
    }

    private Span time(int turn, Lead.Source source) {
        var time = new Span(source.transcript().stream()
                .filter(moment -> moment.index() == turn)
                .findFirst()
                .map(moment -> formats.duration(moment.secondsIn()))
                .orElse(text("leads.conversation")));
        time.addClassName("turn-link");
        return time;
    }
}
