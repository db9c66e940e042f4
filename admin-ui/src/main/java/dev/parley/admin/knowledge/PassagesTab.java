package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.parley.admin.loading.Background;
import dev.parley.admin.loading.FailureNote;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The passages that searches find, in their order. */
final class PassagesTab extends Div {

    private final Desk desk;
    private final DocumentDetails document;
    private final KnowledgeFilter list;
    private final FailureNote failure = new FailureNote(this::load);
    private final Div passages = new Div();
    private final Button more = new Button(text("knowledge.more"), click -> load());
    private @Nullable String after;

    PassagesTab(Desk desk, DocumentDetails document, KnowledgeFilter list) {
        this.desk = desk;
        this.document = document;
        this.list = list;
        passages.addClassName("passages");
        more.setVisible(false);
        add(passages, failure, more);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        passages.removeAll();
        after = null;
        load();
    }

    private void load() {
        failure.hide();
        var from = after;
        Background.run(this, () -> desk.documents().chunks(desk.api(), document.id(), from), this::show, failure::show);
    }

    private void show(Optional<Chunks> found) {
        if (found.isEmpty() || found.get().totalCount() == 0) {
            passages.add(new Paragraph(text("knowledge.noPassages")));
            return;
        }
        found.get().nodes().forEach(chunk -> passages.add(passage(chunk)));
        after = found.get().pageInfo().endCursor();
        more.setVisible(found.get().pageInfo().hasNextPage());
    }

    private Div passage(Chunk chunk) {
        var place = new Anchor(
                desk.link(
                        document.id(),
                        PageState.at(chunk.versionNumber(), chunk.place()).beside(list)),
                text("knowledge.passage", chunk.position() + 1));
        var path = new Span(String.join(" › ", chunk.headingPath()));
        path.addClassName("quiet");
        var head = new Div(place, path);
        head.addClassName("passage-head");
        var words = new Div(chunk.text());
        words.addClassName("passage-text");
        var passage = new Div(head, words);
        passage.addClassName("passage");
        return passage;
    }
}
