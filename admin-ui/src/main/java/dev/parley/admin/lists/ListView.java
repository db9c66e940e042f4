package dev.parley.admin.lists;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.shared.Registration;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.live.Channel;
import dev.parley.admin.live.FeedListener;
import dev.parley.admin.live.FeedState;
import dev.parley.admin.loading.Background;
import dev.parley.admin.loading.EmptyState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A list of a client's things as they come, and one of them in full. Everything that is chosen is in the address, and the
 * address is what makes the page: choosing something only changes the address.
 */
public abstract class ListView<T, F extends ListFilter<T>> extends Composite<ListPage<T>>
        implements BeforeEnterObserver, HasDynamicTitle {

    private final Surroundings surroundings;
    private final String title;
    private final @Nullable Channel channel;
    private final LiveGrid<T> grid;
    private final ListPage<T> page;
    private @Nullable Workplace workplace;
    private @Nullable F filter;
    private @Nullable Detail<?> detail;
    private Registration listening = () -> {};

    /** @param channel tells what happens to the things of the list; null: nobody does */
    protected ListView(
            Surroundings surroundings, String title, @Nullable Channel channel, Component filters, LiveGrid<T> grid) {
        this.surroundings = surroundings;
        this.title = title;
        this.channel = channel;
        this.grid = grid;
        page = new ListPage<>(title, filters, grid);
        page.onClose(this::close);
        grid.onChosen(this::open, this::close);
    }

    protected abstract F filter(QueryParameters parameters);

    protected abstract void showFilter(F filter);

    protected abstract Page<T> load(Workplace workplace, F filter, int offset, int first);

    /** What an event tells; empty when the thing is gone. */
    protected abstract Optional<T> row(JsonNode event);

    protected abstract String id(T row);

    /** Where the list is, relative to the client. */
    protected abstract String place(String clientId);

    protected abstract Detail<?> detail(Workplace workplace, String id, Runnable close);

    protected abstract EmptyState empty(boolean filtered);

    /** What is around the list is about this client now. */
    protected void arrived(Workplace workplace) {}

    /** Something happened to one of the things; the list and the open one know. */
    protected void noticed(T row) {}

    /** Something may have happened unnoticed; the list and the open one load again. */
    protected void missed() {}

    protected final void choose(F chosen) {
        go(detail == null ? "" : "/" + detail.id(), chosen.parameters());
    }

    /** For what this page itself has changed. */
    protected final void reloadRows() {
        grid.reload();
    }

    @Override
    protected ListPage<T> initContent() {
        return page;
    }

    @Override
    public String getPageTitle() {
        var open = detail == null ? "" : detail.title();
        return (open.isEmpty() ? "" : open + " · ") + title + " · Parley";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var entered = surroundings.workplaces().entered(event, surroundings.account());
        var parameters = event.getLocation().getQueryParameters();
        var asked = filter(parameters);
        var moved = workplace != null && !workplace.client().equals(entered.client());
        if (workplace == null || moved) {
            arrived(entered);
        }
        if (workplace == null || moved || !asked.equals(filter)) {
            workplace = entered;
            filter = asked;
            showFilter(asked);
            if (moved) {
                grid.forget();
            }
            grid.grid().setEmptyStateComponent(empty(!asked.isEverything()));
            grid.show((offset, first) -> load(entered, asked, offset, first));
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
                page.nameDetail(title);
                detail.onTitle(this::named);
                detail.load();
            }
            detail.entered(parameters);
        }
        grid.mark(id);
    }

    private void named() {
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
        if (detail != null) {
            page.nameDetail(detail.title());
        }
    }

    private void open(String id) {
        go("/" + id, filter == null ? QueryParameters.empty() : filter.parameters());
    }

    private void close() {
        go("", filter == null ? QueryParameters.empty() : filter.parameters());
    }

    private void go(String below, QueryParameters parameters) {
        if (workplace != null) {
            getUI().ifPresent(ui -> ui.navigate(place(workplace.client().id()) + below, parameters));
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
        var clientId = workplace.client().id();
        listening = surroundings.feeds().listen(surroundings.account(), clientId, new FeedListener() {
            @Override
            public void event(Channel from, JsonNode event) {
                if (from.equals(channel)) {
                    Background.show(ui, ListView.this, () -> happened(event));
                }
            }

            @Override
            public void state(FeedState state) {
                if (state == FeedState.LIVE) {
                    Background.show(ui, ListView.this, ListView.this::recover);
                }
            }

            @Override
            public void gap(Channel missed) {
                if (missed.equals(channel)) {
                    Background.show(ui, ListView.this, ListView.this::reload);
                }
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
        row(event).ifPresentOrElse(row -> happened(event.path("type").asString(), row), () -> grid.refilter(null));
    }

    private void happened(String type, T row) {
        boolean fits = filter == null || filter.shows(row);
        if (type.equals("CREATED")) {
            if (fits) {
                grid.added(id(row));
            }
        } else if (filter == null || filter.isEverything() || fits && grid.shows(id(row))) {
            grid.changed(row);
        } else {
            grid.refilter(fits ? null : id(row));
        }
        if (detail != null && detail.id().equals(id(row))) {
            detail.load();
        }
        noticed(row);
    }
}
