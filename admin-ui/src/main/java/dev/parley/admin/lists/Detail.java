package dev.parley.admin.lists;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.graphql.ApiException;
import dev.parley.admin.loading.Background;
import dev.parley.admin.loading.FailureNote;
import dev.parley.admin.loading.Skeleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing of a list, in full. What is on the page stays there while it is loaded again. */
public abstract class Detail<T> extends Div {

    private static final int SKELETON_LINES = 8;

    private final String id;
    private final DetailHeader header;
    private final FailureNote failure = new FailureNote(this::load);
    private final Div content = new Div(new Skeleton(SKELETON_LINES));
    private @Nullable T shown;
    private Runnable titled = () -> {};

    protected Detail(String id, Runnable close) {
        this.id = id;
        header = new DetailHeader(close);
        addClassName("detail");
        content.addClassName("detail-content");
        add(header, failure, content);
    }

    /** Asks for it; not on the page's thread. */
    protected abstract Optional<T> find(String id);

    /** @param before what is on the page now; null when that is nothing */
    protected abstract void show(T newest, @Nullable T before);

    /** The address changed, perhaps to another place inside this thing. */
    protected void entered(QueryParameters parameters) {}

    protected final DetailHeader header() {
        return header;
    }

    protected final Div content() {
        return content;
    }

    protected final FailureNote failure() {
        return failure;
    }

    protected final void load() {
        Background.run(this, () -> find(id), this::found, this::failed);
    }

    final String id() {
        return id;
    }

    /** What it is called, once that is known. */
    final String title() {
        return header.title();
    }

    /** Called whenever it may be called something else. */
    final void onTitle(Runnable action) {
        titled = action;
    }

    /** The connection is back: what failed is worth another try. */
    final void recover() {
        if (failure.isVisible()) {
            load();
        }
    }

    private void found(Optional<T> found) {
        failure.hide();
        content.setVisible(true);
        if (found.isPresent()) {
            var before = shown;
            shown = found.get();
            show(found.get(), before);
        } else {
            shown = null;
            header.title(text("notFound"));
            content.removeAll();
            content.add(new Paragraph(text("notFound.explanation")));
        }
        titled.run();
    }

    private void failed(ApiException refusal) {
        failure.show(refusal);
        content.setVisible(shown != null);
    }
}
