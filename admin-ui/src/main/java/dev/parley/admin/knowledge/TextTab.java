package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.parley.admin.loading.Background;
import dev.parley.admin.loading.FailureNote;
import dev.parley.admin.loading.Skeleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a version says, at the place that the address names. */
final class TextTab extends Div {

    private final Desk desk;
    private final DocumentDetails document;
    private final PageState state;
    private final KnowledgeFilter list;
    private final FailureNote failure = new FailureNote(this::load);
    private final Div text = new Div(new Skeleton(10));

    TextTab(Desk desk, DocumentDetails document, PageState state, KnowledgeFilter list) {
        this.desk = desk;
        this.document = document;
        this.state = state;
        this.list = list;
        add(failure, text);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        load();
    }

    /** Without one in the address, what searches find; where they find none yet, the newest. */
    private int number() {
        if (state.version() != null) {
            return state.version();
        }
        return document.liveVersionNumber() == null ? document.versionNumber() : document.liveVersionNumber();
    }

    private void load() {
        failure.hide();
        Background.run(
                this, () -> desk.documents().text(desk.api(), document.id(), number()), this::show, failure::show);
    }

    private void show(Optional<VersionText> found) {
        text.removeAll();
        if (number() != document.versionNumber()) {
            text.add(older());
        }
        if (found.isEmpty() || found.get().text().isBlank()) {
            text.add(new Paragraph(text(found.isEmpty() ? "knowledge.noVersion" : "knowledge.noText")));
            return;
        }
        var place = state.place();
        var part = TextPart.with(found.get().text(), place == null ? 0 : place.start());
        text.add(new Readable(found.get(), part, place), turning(part));
    }

    private Div older() {
        var note = new Div(new Span(text("knowledge.older", number(), document.versionNumber())));
        note.addClassNames("note", "note-info");
        note.add(link(PageState.at(document.versionNumber(), null), text("knowledge.newest")));
        return note;
    }

    private Div turning(TextPart part) {
        var turning = new Div();
        turning.addClassName("turning");
        add(turning, part.before(), "knowledge.before");
        add(turning, part.after(), "knowledge.after");
        return turning;
    }

    private void add(Div turning, @Nullable Integer start, String key) {
        if (start != null) {
            turning.add(link(PageState.at(number(), new Place(start, start)), text(key)));
        }
    }

    private Anchor link(PageState to, String words) {
        return new Anchor(desk.link(document.id(), to.beside(list)), words);
    }
}
