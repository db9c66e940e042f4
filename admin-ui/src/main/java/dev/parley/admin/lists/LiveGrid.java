package dev.parley.admin.lists;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import dev.parley.admin.graphql.ApiException;
import dev.parley.admin.loading.Background;
import dev.parley.admin.loading.FailureNote;
import dev.parley.admin.loading.Skeleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A lazy grid that follows what happens. The first rows come in one request, off the page's thread; deeper ones when they
 * are scrolled to. New rows slide in while the reader is at the top and not about to choose a row; else they wait behind a
 * button, and what is being read stays where it is.
 */
@JsModule("./parley.ts")
public final class LiveGrid<T> extends Div {

    private static final int HEAD = 100;
    private static final int MOST = 200;
    private static final Duration GATHER = Duration.ofMillis(400);

    private final Function<T, String> id;
    private final Grid<T> grid = new Grid<>();
    private final Div skeleton = new Skeleton(12);
    private final FailureNote failure = new FailureNote(this::reload);
    private final Button waiting = new Button(VaadinIcon.ARROW_UP.create(), click -> showWaiting());
    private final Set<String> fresh = new HashSet<>();
    private final Set<String> hidden = new HashSet<>();
    private Rows<T> rows = (offset, first) -> Page.empty();
    private Page<T> head = Page.empty();
    private Consumer<Page<T>> whenLoaded = page -> {};
    private @Nullable String marked;
    private boolean following = true;
    private boolean outdated = true;
    private boolean gathering;
    private int loads;

    public LiveGrid(Function<T, String> id) {
        this.id = id;
        addClassName("live-grid");
        waiting.addClassName("waiting");
        waiting.addThemeVariants(ButtonVariant.PRIMARY);
        waiting.setVisible(false);
        grid.setVisible(false);
        grid.addClassName("rows");
        grid.setSizeFull();
        grid.setPageSize(50);
        grid.setPartNameGenerator(row -> fresh.contains(id.apply(row)) ? "fresh" : null);
        grid.setDataProvider(new CallbackDataProvider<T, Void>(
                query -> fetch(query.getOffset(), query.getLimit()).stream(), query -> head.totalCount(), id::apply));
        listen("parley-following", detail -> follow(detail.asBoolean(true)));
        grid.addAttachListener(attached -> grid.getElement().executeJs("window.parley.watch(this)"));
        add(failure, skeleton, waiting, grid);
    }

    public Grid<T> grid() {
        return grid;
    }

    /** Shows a column only where there is room for it: the browser decides, before it shows the first row. */
    public Grid.Column<T> from(Width least, Grid.Column<T> column) {
        column.getElement().setAttribute("data-room", least.name());
        return column;
    }

    void onLoaded(Consumer<Page<T>> action) {
        whenLoaded = action;
    }

    void onChosen(Consumer<String> open, Runnable close) {
        grid.addSelectionListener(event -> {
            if (event.isFromClient()) {
                event.getFirstSelectedItem().map(id).ifPresentOrElse(open, close);
            }
        });
        var keys = grid.getDataCommunicator().getKeyMapper();
        listen("parley-open", detail -> {
            var row = keys.get(detail.asString());
            if (row != null && !id.apply(row).equals(marked)) {
                grid.select(row);
                open.accept(id.apply(row));
            }
        });
    }

    /** Shows which row is open; null for none. */
    void mark(@Nullable String rowId) {
        marked = rowId;
        if (rowId == null) {
            grid.deselectAll();
        } else {
            find(rowId).ifPresent(grid::select);
        }
    }

    /** What was open is closed: the keyboard goes back to its row. */
    void focusAgain(String rowId) {
        var key =
                find(rowId).map(grid.getDataCommunicator().getKeyMapper()::key).orElse("");
        grid.getElement().executeJs("window.parley.refocus(this, $0)", key);
    }

    /** Shows other rows, from the top. */
    public void show(Rows<T> other) {
        rows = other;
        outdated = true;
        grid.addClassName("outdated");
        hidden.clear();
        fresh.clear();
        reload();
        grid.scrollToStart();
    }

    /** Loads the rows again, from the newest on. */
    public void reload() {
        load(0);
    }

    private void load(int waiting) {
        int load = ++loads;
        var source = rows;
        Supplier<Page<T>> work = () -> source.load(waiting, HEAD);
        Consumer<Page<T>> done = page -> loaded(load, waiting, page);
        Consumer<ApiException> failed = refusal -> failed(load, refusal);
        if (isAttached()) {
            Background.run(this, work, done, failed);
        } else {
            Background.runFirst(this, work, done, failed);
        }
    }

    /** Takes away what is shown, at once: it belongs to somebody else. */
    void forget() {
        head = Page.empty();
        grid.getDataProvider().refreshAll();
        grid.setVisible(false);
        skeleton.setVisible(true);
    }

    /** The connection is back: what failed is worth another try. */
    void recover() {
        if (failure.isVisible()) {
            reload();
        }
    }

    /** A row came into being. */
    public void added(String rowId) {
        if (shows(rowId) || !hidden.add(rowId)) {
            return;
        }
        if (following) {
            gather();
        } else {
            waiting.setText(text("list.new", hidden.size()));
            waiting.setVisible(true);
        }
    }

    /** A row changed, and is still one of these. */
    public void changed(T row) {
        head = new Page<>(
                head.nodes().stream()
                        .map(old -> id.apply(old).equals(id.apply(row)) ? row : old)
                        .toList(),
                head.totalCount(),
                head.totalCountExact());
        grid.getDataProvider().refreshItem(row);
    }

    /** A row may have become one of these, or no longer is one. */
    void refilter(@Nullable String gone) {
        hidden.remove(gone);
        gather();
    }

    boolean shows(String rowId) {
        return find(rowId).isPresent();
    }

    private Optional<T> find(String rowId) {
        return head.nodes().stream().filter(row -> id.apply(row).equals(rowId)).findFirst();
    }

    /** Many may come at once: one request for all of them. */
    private void gather() {
        if (!gathering) {
            gathering = true;
            Background.later(this, GATHER, () -> {
                gathering = false;
                load(following ? 0 : hidden.size());
            });
        }
    }

    private void follow(boolean now) {
        following = now;
        if (following && !hidden.isEmpty()) {
            reload();
        }
    }

    private void showWaiting() {
        reload();
        grid.scrollToStart();
    }

    private void loaded(int load, int skipped, Page<T> page) {
        if (load != loads) {
            return;
        }
        fresh.clear();
        if (skipped == 0) {
            fresh.addAll(hidden);
            hidden.clear();
        }
        head = new Page<>(page.nodes(), page.totalCount() - skipped, page.totalCountExact());
        outdated = false;
        grid.removeClassName("outdated");
        failure.hide();
        skeleton.setVisible(false);
        waiting.setVisible(!hidden.isEmpty());
        grid.setVisible(true);
        grid.getDataProvider().refreshAll();
        mark(marked);
        whenLoaded.accept(page);
    }

    private void listen(String event, Consumer<JsonNode> action) {
        grid.getElement()
                .addEventListener(
                        event, told -> action.accept(told.getEventData().path("event.detail")))
                .addEventData("event.detail");
    }

    private void failed(int load, ApiException refusal) {
        if (load != loads) {
            return;
        }
        if (outdated) {
            forget();
        }
        skeleton.setVisible(false);
        failure.show(refusal);
    }

    private List<T> fetch(int offset, int limit) {
        int end = Math.min(offset + limit, head.totalCount());
        if (end <= head.nodes().size()) {
            return head.nodes().subList(Math.min(offset, end), end);
        }
        var found = new ArrayList<T>();
        try {
            for (int next = offset; next < end; next += MOST) {
                // Rows that wait behind the button have pushed the others down at the source, not here.
                found.addAll(rows.load(next + hidden.size(), Math.min(MOST, end - next))
                        .nodes());
            }
            failure.hide();
        } catch (ApiException e) {
            failure.show(e);
        }
        return found;
    }
}
