package dev.parley.admin.shell;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.AttachEvent;
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
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.shared.Registration;
import dev.parley.admin.alerts.AlertBell;
import dev.parley.admin.alerts.Alerts;
import dev.parley.admin.clients.ClientSwitcher;
import dev.parley.admin.clients.Links;
import dev.parley.admin.freshness.Freshness;
import dev.parley.admin.freshness.StaleNotice;
import dev.parley.admin.language.Formats;
import dev.parley.admin.lists.Surroundings;
import dev.parley.admin.live.Channel;
import dev.parley.admin.live.FeedListener;
import dev.parley.admin.live.FeedState;
import dev.parley.admin.live.LiveMark;
import dev.parley.admin.loading.Background;
import dev.parley.admin.security.LogIn;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The frame of everything in a client: where to go, who looks at whose data, and whether it is live. */
public class MainLayout extends AppLayout implements BeforeEnterObserver {

    private final Surroundings surroundings;
    private final SideNav navigation = new SideNav();
    private final ClientSwitcher switcher = new ClientSwitcher();
    private final LiveMark mark = new LiveMark();
    private final AlertBell bell;
    private final StaleNotice notice;
    private final Main page = new Main();
    private @Nullable String clientId;
    private Registration listening = () -> {};
    private Runnable stopWatching = () -> {};

    public MainLayout(Surroundings surroundings, LogIn logIn, Alerts alerts, Freshness freshness) {
        this.surroundings = surroundings;
        var formats = Formats.current(surroundings.clock());
        bell = new AlertBell(alerts, formats);
        notice = new StaleNotice(freshness, formats);
        page.addClassName("page");
        page.add(notice);
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
        var menu = new AccountMenu(surroundings.account().email(), logIn);
        addToNavbar(new Header(toggle, switcher, mark, space, bell, menu));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var workplace = surroundings.workplaces().entered(event, surroundings.account());
        var client = workplace.client();
        switcher.show(surroundings.workplaces().clients(surroundings.account()), client);
        bell.enter(workplace);
        notice.enter(workplace, !event.getLocation().getPath().startsWith(Links.sync(client.id())));
        if (!client.id().equals(clientId)) {
            clientId = client.id();
            navigation.removeAll();
            navigation.addItem(
                    new SideNavItem(text("leads"), Links.leads(clientId), VaadinIcon.USER_STAR.create()),
                    new SideNavItem(
                            text("conversations"), Links.conversations(clientId), VaadinIcon.COMMENTS_O.create()),
                    new SideNavItem(text("sync"), Links.sync(clientId), VaadinIcon.REFRESH.create()));
            if (workplace.mayAdminister()) {
                navigation.addItem(new SideNavItem(text("tokens"), Links.tokens(clientId), VaadinIcon.KEY.create()));
            }
            navigation.getItems().forEach(item -> item.setMatchNested(true));
            if (isAttached()) {
                listen(event.getUI());
            }
        }
    }

    /** Views come and go below the notice. */
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
        listening.remove();
    }

    private void listen(UI ui) {
        listening.remove();
        if (clientId != null) {
            listening = surroundings.feeds().listen(surroundings.account(), clientId, new FeedListener() {
                @Override
                public void event(Channel channel, JsonNode event) {
                    if (channel.equals(Alerts.EVENTS)) {
                        Background.show(ui, MainLayout.this, bell::load);
                    } else if (channel.equals(Freshness.EVENTS)) {
                        Background.show(ui, MainLayout.this, () -> notice.heard(event));
                    }
                }

                @Override
                public void gap(Channel channel) {
                    if (channel.equals(Alerts.EVENTS)) {
                        Background.show(ui, MainLayout.this, bell::load);
                    } else if (channel.equals(Freshness.EVENTS)) {
                        Background.show(ui, MainLayout.this, notice::load);
                    }
                }

                @Override
                public void state(FeedState state) {
                    Background.show(ui, MainLayout.this, () -> mark.show(state));
                }
            });
        }
    }
}
