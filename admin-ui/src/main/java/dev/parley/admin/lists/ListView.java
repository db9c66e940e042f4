package dev.parley.admin.lists;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.shared.Registration;
import dev.parley.admin.clients.Links;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.feature.NavigationEntry;
import dev.parley.admin.live.FeedListener;
import dev.parley.admin.live.FeedState;
import dev.parley.admin.loading.Background;
import dev.parley.admin.loading.EmptyState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A list of a client's things as they come, and one of them in full. Everything that is chosen is in the address, and the
 * address is what makes the page: choosing something only changes the address.
 */
public abstract class ListView<T, F extends ListFilter<T>> extends Composite<ListPage<T>>
        implements BeforeEnterObserver, HasDynamicTitle {

    private final Surroundings surroundings;
    private final NavigationEntry entry;
    private final ListSource<T, F> source;
    private final FilterBar<F> filters;
    private final LiveGrid<T> grid;
    private final ListPage<T> page;
    private @Nullable Workplace workplace;
    private @Nullable F filter;
    private @Nullable Detail<?> detail;
    private Registration listening = () -> {};

    /**
     * @param entry names the list: its address, its title and, with {@code .none} and {@code .none.explanation}, what stands
     *     where no rows are
     */
    protected ListView(
            Surroundings surroundings,
            NavigationEntry entry,
            ListSource<T, F> source,
            FilterBar<F> filters,
            LiveGrid<T> grid) {
        this.surroundings = surroundings;
        this.entry = entry;
        this.source = source;
        this.filters = filters;
        this.grid = grid;
        page = new ListPage<>(entry.title(), filters, grid);
        page.onClose(this::close);
        grid.onChosen(this::open, this::close);
        filters.onChosen(chosen -> go(detail == null ? "" : "/" + detail.id(), chosen.parameters()));
    }

    /** One of the things in full, beside the list. Where things have pages of their own, {@link #open} leads there. */
    protected Detail<?> detail(Workplace workplace, String id, Runnable close) {
        throw new NotFoundException();
    }

    /** What is around the list is about this client now. */
    protected void arrived(Workplace workplace) {}

    /** Something happened to one of the things; the list and the open one know. */
    protected void noticed(T row) {}

    /** Something may have happened unnoticed; the list and the open one load again. */
    protected void missed() {}

    /** For what this page itself has changed. */
    protected final void reloadRows() {
        grid.reload();
    }

    /** The same, without moving what is being read. */
    protected final void refreshRows() {
        grid.toldOfUnknown();
    }

    @Override
    protected ListPage<T> initContent() {
        return page;
    }

    @Override
    public String getPageTitle() {
        var open = detail == null ? "" : detail.title();
        return (open.isEmpty() ? "" : open + " · ") + entry.title() + " · Parley";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var entered = surroundings.workplaces().entered(event, surroundings.account());
        var parameters = event.getLocation().getQueryParameters();
        var asked = filters.filter(parameters);
        var moved = workplace != null && !workplace.client().equals(entered.client());
        if (workplace == null || moved) {
            arrived(entered);
        }
        if (workplace == null || moved || !asked.equals(filter)) {
            workplace = entered;
            filter = asked;
            filters.show(asked);
            if (moved) {
                grid.forget();
            }
            grid.grid().setEmptyStateComponent(empty(asked));
            grid.show((offset, first) -> source.list(entered.api(), asked, offset, first));
        }
        if (moved) {
            listen(event.getUI());
        }
        showDetail(entered, moved, event.getRouteParameters().get("id").orElse(null), parameters);
    }

    private void showDetail(Workplace entered, boolean moved, @Nullable String id, QueryParameters parameters) {
        if (id == null) {
            if (detail != null) {
                grid.focusAgain(detail.id());
            }
            detail = null;
            page.setDetail(null);
        } else {
            if (detail == null || !detail.id().equals(id) || moved) {
                detail = detail(entered, id, this::close);
                page.setDetail(detail);
                page.nameDetail(entry.title());
                detail.onTitle(this::named);
                detail.load();
            }
            detail.entered(parameters);
        }
        grid.mark(id);
    }

    private EmptyState empty(F asked) {
        return asked.isEverything()
                ? new EmptyState(entry.icon(), text(entry.name() + ".none"), text(entry.name() + ".none.explanation"))
                : EmptyState.nothingFits();
    }

    private void named() {
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
        if (detail != null) {
            page.nameDetail(detail.title());
        }
    }

    /** The reader has chosen a row. */
    protected void open(String id) {
        go("/" + id, filter == null ? QueryParameters.empty() : filter.parameters());
    }

    private void close() {
        go("", filter == null ? QueryParameters.empty() : filter.parameters());
    }

    /** @param below the list's own address */
    protected final void go(String below, QueryParameters parameters) {
        if (workplace != null) {
            getUI().ifPresent(ui -> ui.navigate(Links.list(workplace.client().id(), entry.name()) + below, parameters));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        listen(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        listening.remove();
        listening = () -> {};
    }

    private void listen(UI ui) {
        listening.remove();
        if (workplace == null) {
            return;
        }
        page.follows(true);
        var channel = source.events().orElse(null);
        listening = surroundings.feeds().listen(workplace, channel, new FeedListener() {
            @Override
            public void event(JsonNode event) {
                Background.show(ui, ListView.this, () -> happened(event));
            }

            @Override
            public void state(FeedState state) {
                if (state == FeedState.LIVE) {
                    Background.show(ui, ListView.this, ListView.this::recover);
                }
            }

            @Override
            public void gap() {
                Background.show(ui, ListView.this, ListView.this::reload);
            }

            @Override
            public void refused(boolean now) {
                Background.show(ui, ListView.this, () -> page.follows(!now));
            }
        });
    }

    private void recover() {
        missed();
        grid.recover();
        if (detail != null) {
            detail.recover();
        }
    }

    private void reload() {
        missed();
        grid.reload();
        if (detail != null) {
            detail.load();
        }
    }

    private void happened(JsonNode event) {
        var created = event.path("type").asString("").equals("CREATED");
        source.row(event).ifPresentOrElse(row -> happened(row, created), grid::toldOfUnknown);
    }

    private void happened(T row, boolean created) {
        if (filter != null) {
            grid.told(News.of(row, created, filter));
        }
        if (detail != null && detail.id().equals(grid.id(row))) {
            detail.load();
        }
        noticed(row);
    }
}
