package dev.parley.admin.knowledge;

import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

/** What a version says, for people to read. */
final class Readable extends Div {

    /** @param marked is brought into view; null: nothing is */
    Readable(VersionText version, TextPart part, @Nullable Place marked) {
        addClassName("readable");
        var place = part.inside(marked);
        // Safe: whatever the text is, only what RenderedText and PlainText let through is in it.
        getElement()
                .setProperty(
                        "innerHTML",
                        version.isMarkdown()
                                ? RenderedText.markdown(part.text(), place)
                                : PlainText.html(part.text(), place));
        if (marked != null) {
            getElement().executeJs("const place = this.querySelector('.place'); place && window.parley.reveal(place)");
        }
    }
}
