package dev.parley.admin.shell;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.AppLayout.AppLayoutI18n;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.shared.Registration;
import dev.parley.admin.clients.Client;
import dev.parley.admin.clients.ClientSwitcher;
import dev.parley.admin.clients.Links;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.feature.Feature;
import dev.parley.admin.feature.Features;
import dev.parley.admin.feature.FramePart;
import dev.parley.admin.feature.NavigationEntry;
import dev.parley.admin.lists.Surroundings;
import dev.parley.admin.live.FeedListener;
import dev.parley.admin.live.FeedState;
import dev.parley.admin.live.LiveMark;
import dev.parley.admin.loading.Background;
import dev.parley.admin.security.LogIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The frame of everything in a client: where to go, who looks at whose data, and whether it is live. Features fill it. */
public class MainLayout extends AppLayout implements BeforeEnterObserver {

    private final Surroundings surroundings;
    private final Features features;
    private final SideNav navigation = new SideNav();
    private final ClientSwitcher switcher = new ClientSwitcher(this::samePage);
    private final LiveMark mark = new LiveMark();
    private final List<FramePart> parts = new ArrayList<>();
    private final Main page = new Main();
    private @Nullable Workplace workplace;
    private String pageName = "";
    private List<Registration> listening = List.of();
    private Runnable stopWatching = () -> {};

    public MainLayout(Surroundings surroundings, Features features, LogIn logIn) {
        this.surroundings = surroundings;
        this.features = features;
        page.addClassName("page");
        setContent(page);
        setPrimarySection(Section.DRAWER);
        var brand = new Div(new Image("icons/parley.svg", ""), new Span("Parley"));
        brand.addClassName("brand");
        setI18n(new AppLayoutI18n().setDrawer(text("shell.menu")));
        addToDrawer(new Aside(brand, navigation));
        var toggle = new DrawerToggle();
        toggle.addThemeVariants(ButtonVariant.TERTIARY);
        toggle.setAriaLabel(text("shell.menu"));
        var space = new Div();
        space.addClassName("space");
        var header = new Header(toggle, switcher, mark, space);
        for (var feature : features.all()) {
            feature.header(surroundings.formats()).ifPresent(part -> header.add(taken(part)));
            feature.notice(surroundings.formats()).ifPresent(part -> {
                part.component().addClassName("notice");
                page.add(taken(part));
            });
        }
        header.add(new AccountMenu(surroundings.account().email(), logIn));
        addToNavbar(header);
    }

    private Component taken(FramePart part) {
        parts.add(part);
        return part.component();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var entered = surroundings.workplaces().entered(event, surroundings.account());
        var client = entered.client();
        var feature = feature(event);
        if (feature.filter(one -> !client.role().includes(one.role())).isPresent()) {
            throw new NotFoundException();
        }
        pageName =
                feature.flatMap(Feature::navigation).map(NavigationEntry::name).orElse("");
        boolean moved = workplace == null || !workplace.client().equals(client);
        workplace = entered;
        switcher.show(surroundings.workplaces().clients(surroundings.account()), client);
        parts.forEach(part -> part.entered(entered, pageName));
        if (moved) {
            navigation.removeAll();
            features.navigation(client.role()).forEach(entry -> navigation.addItem(item(entry, client)));
            if (isAttached()) {
                listen(event.getUI());
            }
        }
    }

    @SuppressWarnings("unchecked")
    private Optional<Feature> feature(BeforeEnterEvent event) {
        return features.of((Class<? extends Component>) event.getNavigationTarget());
    }

    private static SideNavItem item(NavigationEntry entry, Client client) {
        var item = new SideNavItem(
                entry.title(),
                Links.list(client.id(), entry.name()),
                entry.icon().create());
        item.setMatchNested(true);
        return item;
    }

    /** Leads stay leads, sync stays sync; what is open belongs to the other client and closes. */
    private String samePage(Client other) {
        var places = features.navigation(other.role()).stream()
                .map(NavigationEntry::name)
                .toList();
        return Links.list(other.id(), places.contains(pageName) ? pageName : places.getFirst());
    }

    /** Views come and go below the notices. */
    @Override
    public void showRouterLayoutContent(HasElement content) {
        page.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement content) {
        if (content != null) {
            content.getElement().removeFromParent();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        // Another tab may have logged in anew meanwhile: a page load finds out, or shows the log-in.
        stopWatching = surroundings.account().onOver(() -> Background.show(ui, this, ui.getPage()::reload));
        listen(ui);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopWatching.run();
        stopListening();
    }

    private void stopListening() {
        listening.forEach(Registration::remove);
        listening = List.of();
    }

    private void listen(UI ui) {
        stopListening();
        if (workplace == null) {
            return;
        }
        var begun = new ArrayList<Registration>();
        begun.add(surroundings.feeds().listen(workplace, null, new FeedListener() {
            @Override
            public void state(FeedState state) {
                Background.show(ui, MainLayout.this, () -> mark.show(state));
            }
        }));
        for (var part : parts) {
            var channel = part.channel().orElse(null);
            if (channel != null) {
                begun.add(surroundings.feeds().listen(workplace, channel, new PartListener(ui, part)));
            }
        }
        listening = begun;
    }

    private final class PartListener implements FeedListener {

        private final UI ui;
        private final FramePart part;

        PartListener(UI ui, FramePart part) {
            this.ui = ui;
            this.part = part;
        }

        @Override
        public void event(JsonNode event) {
            Background.show(ui, MainLayout.this, () -> part.heard(event));
        }

        @Override
        public void gap() {
            Background.show(ui, MainLayout.this, part::missed);
        }
    }
}
