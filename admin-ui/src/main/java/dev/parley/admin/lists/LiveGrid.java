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
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A lazy grid that follows what happens. The first rows come in one request, off the page's thread; deeper ones when they
 * are scrolled to. New and changed rows come with the events that tell of them; the API is asked again only where an event
 * does not say whether a row belongs here. New rows slide in while the reader is at the top and not about to choose a row;
 * else they wait behind a button, and what is being read stays where it is.
 */
@JsModule("./parley.ts")
public final class LiveGrid<T> extends Div {

    /** Where rows come from. */
    interface Source<T> {

        Page<T> load(int offset, int first);
    }

    private static final int HEAD = 100;
    /** The API gives no more at once. */
    private static final int MAX_PAGE = 200;

    private static final Duration GATHER = Duration.ofMillis(400);

    private final Function<T, String> id;
    private final Comparator<T> order;
    private final Rows<T> rows;
    private final Grid<T> grid = new Grid<>();
    private final Div skeleton = new Skeleton(12);
    private final FailureNote failure = new FailureNote(this::reload);
    private final Button waitingButton = new Button(VaadinIcon.ARROW_UP.create(), click -> showWaitingAtTop());
    /** New rows that are not shown yet, in the order they came. */
    private final Map<String, News<T>> waiting = new LinkedHashMap<>();
    /** What was told while rows were being loaded: the answer may be older. */
    private final List<News<T>> meanwhile = new ArrayList<>();

    private final Set<String> fresh = new HashSet<>();
    private Source<T> source = (offset, first) -> Page.empty();
    private BiConsumer<Integer, Boolean> whenCounted = (count, exact) -> {};
    private @Nullable String marked;
    private boolean following = true;
    private boolean outdated = true;
    private boolean gathering;
    private boolean freshOnTheWay;
    private boolean loading;
    private int loads;

    /** @param order in which the API gives the rows */
    public LiveGrid(Function<T, String> id, Comparator<T> order) {
        this.id = id;
        this.order = order;
        rows = new Rows<>(id, order);
        addClassName("live-grid");
        waitingButton.addClassName("waiting");
        waitingButton.addThemeVariants(ButtonVariant.PRIMARY);
        waitingButton.setVisible(false);
        grid.setVisible(false);
        grid.addClassName("rows");
        grid.setSizeFull();
        grid.setPageSize(50);
        grid.setPartNameGenerator(row -> fresh.contains(id.apply(row)) ? "fresh" : null);
        grid.setDataProvider(new CallbackDataProvider<T, Void>(
                query -> fetch(query.getOffset(), query.getLimit()).stream(), query -> rows.count(), id::apply));
        listen("parley-following", detail -> follow(detail.asBoolean(true)));
        grid.addAttachListener(attached -> grid.getElement().executeJs("window.parley.watch(this)"));
        add(failure, skeleton, waitingButton, grid);
    }

    public Grid<T> grid() {
        return grid;
    }

    String id(T row) {
        return id.apply(row);
    }

    /** Shows a column only where there is room for it: the browser decides, before it shows the first row. */
    public Grid.Column<T> from(Width least, Grid.Column<T> column) {
        column.getElement().setAttribute("data-room", least.name());
        return column;
    }

    /** @param action takes how many rows there are, and whether that is exact */
    void onCounted(BiConsumer<Integer, Boolean> action) {
        whenCounted = action;
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
            rows.find(rowId).ifPresent(grid::select);
        }
    }

    /** What was open is closed: the keyboard goes back to its row. */
    void focusAgain(String rowId) {
        var key = rows.find(rowId)
                .map(grid.getDataCommunicator().getKeyMapper()::key)
                .orElse("");
        grid.getElement().executeJs("window.parley.refocus(this, $0)", key);
    }

    /** Shows other rows, from the top. */
    void show(Source<T> other) {
        source = other;
        outdated = true;
        grid.addClassName("outdated");
        reload();
        grid.scrollToStart();
    }

    /** Loads the rows again, with all that are new. */
    public void reload() {
        waiting.clear();
        fresh.clear();
        load(false);
    }

    /** @param calmly keeps new rows from moving what is being read */
    private void load(boolean calmly) {
        int load = ++loads;
        setLoading(true);
        meanwhile.clear();
        var asked = source;
        Supplier<Page<T>> work = () -> asked.load(0, HEAD);
        Consumer<Page<T>> done = page -> loaded(load, calmly, page);
        Consumer<ApiException> failed = refusal -> failed(load, refusal);
        if (isAttached()) {
            Background.run(this, work, done, failed);
        } else {
            Background.runFirst(this, work, done, failed);
        }
    }

    /** Takes away what is shown, at once: it belongs to somebody else. */
    void forget() {
        rows.replace(Page.empty());
        waiting.clear();
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

    /** An event has told of a row. */
    void told(News<T> news) {
        if (loading) {
            meanwhile.add(news);
        }
        if (!outdated && take(news)) {
            refresh();
        }
        showHowManyWait();
    }

    /** An event has told of a row, but not which one. */
    void toldOfUnknown() {
        gather();
    }

    /** @return whether rows have moved, so that they are to be shown anew */
    private boolean take(News<T> news) {
        var row = news.row();
        var rowId = id.apply(row);
        if (waiting.containsKey(rowId)) {
            waiting.put(rowId, news);
            waiting.values().removeIf(one -> !one.fits());
            return false;
        }
        if (rows.find(rowId).isPresent()) {
            return change(news);
        }
        if (news.created() || rows.covers(row)) {
            return arrive(news);
        }
        if (news.everything()) {
            grid.getDataProvider().refreshItem(row); // it is further down
        } else {
            gather();
        }
        return false;
    }

    private boolean change(News<T> news) {
        if (news.fits()) {
            boolean moved = rows.put(news.row());
            grid.getDataProvider().refreshItem(news.row());
            return moved;
        }
        if (news.exact()) {
            rows.remove(id.apply(news.row()));
        } else {
            gather();
        }
        return news.exact();
    }

    private boolean arrive(News<T> news) {
        var rowId = id.apply(news.row());
        if (news.fits() && !following) {
            waiting.put(rowId, news);
            return false;
        }
        if (!news.exact()) {
            markFresh(rowId);
            gather();
            return false;
        }
        if (news.fits()) {
            markFresh(rowId);
            rows.put(news.row());
        }
        return news.fits();
    }

    /** Only what came last is marked: rows that move would else begin to shine again. */
    private void markFresh(String rowId) {
        if (!freshOnTheWay) {
            fresh.clear();
            freshOnTheWay = true;
            getUI().ifPresent(ui -> ui.beforeClientResponse(this, sent -> freshOnTheWay = false));
        }
        fresh.add(rowId);
    }

    /** Many may come at once: one request for all of them. */
    private void gather() {
        if (!gathering) {
            gathering = true;
            Background.later(this, GATHER, () -> {
                gathering = false;
                load(true);
            });
        }
    }

    private void follow(boolean now) {
        following = now;
        if (following && !waiting.isEmpty()) {
            showWaiting();
        }
    }

    private void showWaitingAtTop() {
        showWaiting();
        grid.scrollToStart();
    }

    private void showWaiting() {
        if (waiting.values().stream().allMatch(News::exact)) {
            var arrived = List.copyOf(waiting.values());
            waiting.clear();
            for (var news : arrived) {
                markFresh(id.apply(news.row()));
                rows.put(news.row());
            }
            refresh();
        } else {
            reload();
        }
    }

    private void loaded(int load, boolean calmly, Page<T> page) {
        if (load != loads) {
            return;
        }
        setLoading(false);
        if (calmly && !following) {
            holdBack(page);
        }
        var shown = page.nodes().stream()
                .filter(row -> !waiting.containsKey(id.apply(row)))
                .toList();
        int waitingHere = page.nodes().size() - shown.size();
        rows.replace(new Page<>(shown, page.totalCount() - waitingHere, page.totalCountExact()));
        outdated = false;
        grid.removeClassName("outdated");
        failure.hide();
        skeleton.setVisible(false);
        grid.setVisible(true);
        for (var news : meanwhile) {
            if (rows.find(id.apply(news.row())).isPresent() || rows.covers(news.row())) {
                take(news);
            } else {
                gather(); // it may be counted already
            }
        }
        meanwhile.clear();
        refresh();
    }

    /** New rows at the top wait like all others. */
    private void holdBack(Page<T> page) {
        var top = rows.first().stream().findFirst();
        page.nodes().stream()
                .filter(row -> top.isPresent() && order.compare(row, top.get()) < 0)
                .filter(row -> rows.find(id.apply(row)).isEmpty())
                .forEach(row -> waiting.putIfAbsent(id.apply(row), new News<>(row, true, true, true, false)));
    }

    private void showHowManyWait() {
        waitingButton.setText(text("list.new", waiting.size()));
        waitingButton.setVisible(!waiting.isEmpty());
    }

    private void refresh() {
        showHowManyWait();
        grid.getDataProvider().refreshAll();
        mark(marked);
        whenCounted.accept(rows.count(), rows.isExact());
    }

    private void setLoading(boolean now) {
        loading = now;
        getElement().setAttribute("aria-busy", String.valueOf(now));
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
        setLoading(false);
        if (outdated) {
            forget();
        }
        skeleton.setVisible(false);
        failure.show(refusal);
    }

    private List<T> fetch(int offset, int limit) {
        int end = Math.min(offset + limit, rows.count());
        if (end <= rows.first().size()) {
            return List.copyOf(rows.first().subList(Math.min(offset, end), end));
        }
        var found = new ArrayList<T>();
        try {
            for (int next = offset; next < end; next += MAX_PAGE) {
                // Rows that wait have pushed the others down at the source, not here.
                found.addAll(source.load(next + waiting.size(), Math.min(MAX_PAGE, end - next))
                        .nodes());
            }
            failure.hide();
        } catch (ApiException e) {
            failure.show(e);
        }
        return found;
    }
}
