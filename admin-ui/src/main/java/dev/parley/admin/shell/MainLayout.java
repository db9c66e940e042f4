package dev.parley.admin.shell;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.AppLayout.AppLayoutI18n;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.shared.Registration;
import dev.parley.admin.clients.ClientSwitcher;
import dev.parley.admin.clients.Links;
import dev.parley.admin.clients.Workplaces;
import dev.parley.admin.live.FeedListener;
import dev.parley.admin.live.FeedState;
import dev.parley.admin.live.Feeds;
import dev.parley.admin.live.LiveMark;
import dev.parley.admin.loading.Background;
import dev.parley.admin.security.Account;
import dev.parley.admin.security.LogIn;
import org.jspecify.annotations.Nullable;

/** The frame of everything in a client: where to go, who looks at whose data, and whether it is live. */
public class MainLayout extends AppLayout implements BeforeEnterObserver {

    private final Account account;
    private final Workplaces workplaces;
    private final Feeds feeds;
    private final SideNav navigation = new SideNav();
    private final ClientSwitcher switcher = new ClientSwitcher();
    private final LiveMark mark = new LiveMark();
    private @Nullable String clientId;
    private Registration listening = () -> {};
    private Runnable stopWatching = () -> {};

    public MainLayout(Account account, Workplaces workplaces, Feeds feeds, LogIn logIn) {
        this.account = account;
        this.workplaces = workplaces;
        this.feeds = feeds;
        setPrimarySection(Section.DRAWER);
        var brand = new Div(new Image("icons/parley.svg", ""), new Span("Parley"));
        brand.addClassName("brand");
        setI18n(new AppLayoutI18n().setDrawer(text("shell.menu")));
        addToDrawer(brand, navigation);
        var toggle = new DrawerToggle();
        toggle.addThemeVariants(ButtonVariant.TERTIARY);
        toggle.setAriaLabel(text("shell.menu"));
        var space = new Div();
        space.addClassName("space");
        addToNavbar(toggle, switcher, mark, space, new AccountMenu(account.email(), logIn));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var client = workplaces.entered(event, account).client();
        switcher.show(workplaces.clients(account), client);
        if (!client.id().equals(clientId)) {
            clientId = client.id();
            navigation.removeAll();
            navigation.addItem(
                    new SideNavItem(text("leads"), Links.leads(clientId), VaadinIcon.USER_STAR.create()),
                    new SideNavItem(
                            text("conversations"), Links.conversations(clientId), VaadinIcon.COMMENTS_O.create()));
            navigation.getItems().forEach(item -> item.setMatchNested(true));
            if (isAttached()) {
                listen(event.getUI());
            }
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        // Another tab may have logged in anew meanwhile: a page load finds out, or shows the log-in.
        stopWatching = account.onOver(() -> Background.show(ui, this, ui.getPage()::reload));
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
            listening = feeds.listen(account, clientId, new FeedListener() {
                @Override
                public void state(FeedState state) {
                    Background.show(ui, MainLayout.this, () -> mark.show(state));
                }
            });
        }
    }
}
