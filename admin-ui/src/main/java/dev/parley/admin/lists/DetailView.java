package dev.parley.admin.lists;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.shared.Registration;
import dev.parley.admin.clients.Links;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.feature.NavigationEntry;
import dev.parley.admin.live.Channel;
import dev.parley.admin.live.FeedListener;
import dev.parley.admin.live.FeedState;
import dev.parley.admin.loading.Background;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One thing of a client on a page of its own, which follows what happens to it. The address makes the page. */
public abstract class DetailView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final Surroundings surroundings;
    private final NavigationEntry entry;
    private final Channel events;
    private @Nullable Workplace workplace;
    private @Nullable Detail<?> detail;
    private QueryParameters parameters = QueryParameters.empty();
    private Registration listening = () -> {};

    /** @param events tell of such things */
    protected DetailView(Surroundings surroundings, NavigationEntry entry, Channel events) {
        this.surroundings = surroundings;
        this.entry = entry;
        this.events = events;
        getContent().addClassName("detail-page");
    }

    protected abstract Detail<?> detail(Workplace workplace, String id, Runnable close);

    /** What of this page's address belongs to the list that one came from. */
    protected abstract QueryParameters ofList(QueryParameters here);

    /** Whether an event tells of this thing, or may do so. */
    protected abstract boolean isAbout(String id, JsonNode event);

    @Override
    public String getPageTitle() {
        var open = detail == null ? "" : detail.title();
        return (open.isEmpty() ? "" : open + " · ") + entry.title() + " · Parley";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var entered = surroundings.workplaces().entered(event, surroundings.account());
        var id = event.getRouteParameters().get("id").orElseThrow(NotFoundException::new);
        var known = workplace;
        boolean moved = known == null || !known.client().equals(entered.client());
        workplace = entered;
        if (detail == null || moved || !detail.id().equals(id)) {
            detail = detail(entered, id, () -> close(entered));
            detail.header().first();
            detail.onTitle(() -> event.getUI().getPage().setTitle(getPageTitle()));
            getContent().removeAll();
            getContent().add(detail);
            detail.load();
        }
        parameters = event.getLocation().getQueryParameters();
        detail.entered(parameters);
        if (moved && isAttached()) {
            listen(event.getUI());
        }
    }

    private void close(Workplace from) {
        UI.getCurrent().navigate(Links.list(from.client().id(), entry.name()), ofList(parameters));
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
        listening = surroundings.feeds().listen(workplace, events, new FeedListener() {
            @Override
            public void event(JsonNode event) {
                Background.show(ui, DetailView.this, () -> happened(event));
            }

            @Override
            public void state(FeedState state) {
                if (state == FeedState.LIVE) {
                    Background.show(ui, DetailView.this, () -> current().recover());
                }
            }

            @Override
            public void gap() {
                Background.show(ui, DetailView.this, () -> current().load());
            }
        });
    }

    private void happened(JsonNode event) {
        if (isAbout(current().id(), event)) {
            current().load();
        }
    }

    private Detail<?> current() {
        if (detail == null) {
            throw new IllegalStateException("Nobody has come to this page yet");
        }
        return detail;
    }
}
