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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A lazy grid that follows what happens. The first rows come in one request, off the page's thread; deeper ones when they
 * are scrolled to. New rows slide in while the reader is at the top; further down they wait behind a button, and what is
 * being read stays where it is.
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
    private final Map<Grid.Column<T>, Width> leastWidths = new HashMap<>();
    private Width width = Width.MEDIUM;
    private Rows<T> rows = (offset, first) -> Page.empty();
    private Page<T> head = Page.empty();
    private Consumer<Page<T>> whenLoaded = page -> {};
    private @Nullable String marked;
    private boolean atTop = true;
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
        grid.getElement()
                .addEventListener(
                        "parley-top",
                        event -> atTop =
                                event.getEventData().path("event.detail").asBoolean(true))
                .addEventData("event.detail");
        grid.getElement()
                .addEventListener(
                        "parley-width",
                        event -> fit(Width.valueOf(
                                event.getEventData().path("event.detail").asString())))
                .addEventData("event.detail");
        grid.addAttachListener(attached -> grid.getElement().executeJs("window.parley.watch(this)"));
        add(failure, skeleton, waiting, grid);
    }

    public Grid<T> grid() {
        return grid;
    }

    /** Shows a column only where there is room for it. */
    public Grid.Column<T> from(Width least, Grid.Column<T> column) {
        leastWidths.put(column, least);
        column.setVisible(width.compareTo(least) >= 0);
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
    }

    /** Shows which row is open; null for none. */
    void mark(@Nullable String rowId) {
        marked = rowId;
        head.nodes().stream()
                .filter(row -> id.apply(row).equals(rowId))
                .findFirst()
                .ifPresentOrElse(grid::select, () -> {
                    if (rowId == null) {
                        grid.deselectAll();
                    }
                });
    }

    /** Shows other rows, from the top. */
    public void show(Rows<T> other) {
        rows = other;
        atTop = true;
        outdated = true;
        grid.addClassName("outdated");
        fresh.clear();
        reload();
        grid.scrollToStart();
    }

    public void reload() {
        int load = ++loads;
        var source = rows;
        Background.run(this, () -> source.load(0, HEAD), page -> loaded(load, page), refusal -> failed(load, refusal));
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
        if (head.nodes().stream().anyMatch(row -> id.apply(row).equals(rowId)) || !hidden.add(rowId)) {
            return;
        }
        if (atTop) {
            gather();
        } else {
            waiting.setText(text("list.new", hidden.size()));
            waiting.setVisible(true);
        }
    }

    /** A row changed. */
    public void changed(T row) {
        head = new Page<>(
                head.nodes().stream()
                        .map(old -> id.apply(old).equals(id.apply(row)) ? row : old)
                        .toList(),
                head.totalCount(),
                head.totalCountExact());
        grid.getDataProvider().refreshItem(row);
    }

    /** Many may come at once: one request for all of them. */
    private void gather() {
        if (!gathering) {
            gathering = true;
            Background.later(this, GATHER, () -> {
                gathering = false;
                reload();
            });
        }
    }

    private void fit(Width measured) {
        width = measured;
        leastWidths.forEach((column, least) -> column.setVisible(width.compareTo(least) >= 0));
    }

    private void showWaiting() {
        atTop = true;
        reload();
        grid.scrollToStart();
    }

    private void loaded(int load, Page<T> page) {
        if (load != loads) {
            return;
        }
        fresh.clear();
        fresh.addAll(hidden);
        hidden.clear();
        head = page;
        outdated = false;
        grid.removeClassName("outdated");
        failure.hide();
        skeleton.setVisible(false);
        waiting.setVisible(false);
        grid.setVisible(true);
        grid.getDataProvider().refreshAll();
        mark(marked);
        whenLoaded.accept(page);
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
