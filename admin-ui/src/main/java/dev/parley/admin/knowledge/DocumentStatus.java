package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.html.Span;
import dev.parley.admin.language.TextKey;
import java.util.Locale;

/** How far a document is. */
@TextKey("knowledge.status")
enum DocumentStatus {
    PROCESSING,
    READY,
    FAILED,
    ARCHIVED;

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
