package dev.parley.admin.leads;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.html.Span;
import dev.parley.admin.language.TextKey;
import java.util.Locale;

/** How far people have come with a lead. */
@TextKey("leads.status")
enum LeadStatus {
    NEW,
    CONTACTED,
    QUALIFIED,
    CONVERTED,
    LOST;

    String label() {
        return text(this);
    }

    String kind() {
        return name().toLowerCase(Locale.ROOT);
    }

    Span tag() {
        var tag = new Span(label());
        tag.addClassNames("tag", "tag-" + kind());
        return tag;
    }
}
