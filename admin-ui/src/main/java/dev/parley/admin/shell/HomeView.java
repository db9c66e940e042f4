package dev.parley.admin.shell;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.parley.admin.clients.Links;
import dev.parley.admin.clients.Workplaces;
import dev.parley.admin.feature.Features;
import dev.parley.admin.loading.EmptyState;
import dev.parley.admin.security.Account;
import dev.parley.admin.security.LogIn;

/** The way in: on to the first page of the first client; stays only for people who belong to none. */
@Route("")
public class HomeView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Account account;
    private final Workplaces workplaces;
    private final Features features;

    public HomeView(Account account, Workplaces workplaces, Features features, LogIn logIn) {
        this.account = account;
        this.workplaces = workplaces;
        this.features = features;
        addClassName("alone");
        add(
                new AccountMenu(account.email(), logIn),
                EmptyState.page(VaadinIcon.USERS, text("shell.noClient"), text("shell.noClient.explanation")));
    }

    @Override
    public String getPageTitle() {
        return "Parley";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        workplaces.clients(account).stream()
                .findFirst()
                .ifPresent(client -> event.forwardTo(Links.list(
                        client.id(),
                        features.navigation(client.role()).getFirst().name())));
    }
}
