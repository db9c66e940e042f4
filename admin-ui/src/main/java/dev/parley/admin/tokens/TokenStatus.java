package dev.parley.admin.tokens;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** Whether a token lets anybody in. */
enum TokenStatus {
    ACTIVE,
    EXPIRED,
    REVOKED;

    String label() {
        return text("tokens.status." + name());
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
