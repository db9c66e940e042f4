package dev.parley.admin.tokens;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.html.Span;
import dev.parley.admin.language.TextKey;
import java.util.Locale;

/** Whether a token lets anybody in. */
@TextKey("tokens.status")
enum TokenStatus {
    ACTIVE,
    EXPIRED,
    REVOKED;

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
