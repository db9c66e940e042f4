package dev.parley.admin.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.parley.admin.clients.Links;
import org.jspecify.annotations.Nullable;

/** Ways from a lead to the turns of its conversation. */
record TurnLinks(String clientId, Lead.@Nullable Source conversation) {

    /** A line that leads to the turn, where there is one; else just a line. */
    Component line(@Nullable Integer turn, String className, Component... parts) {
        if (turn == null || conversation == null) {
            var line = new Div(parts);
            line.addClassName(className);
            return line;
        }
        var link = new Anchor(Links.conversation(clientId, conversation.id(), turn));
        link.add(parts);
        link.addClassNames(className, "leads-to-turn");
        return link;
    }
}
