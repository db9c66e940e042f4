package dev.parley.admin;

import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.server.VaadinSession;
import dev.parley.admin.fake.FakeAuth;
import dev.parley.admin.fake.FakeWorld;
import dev.parley.admin.server.Panel;
import dev.parley.admin.server.TestViewFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A page of the panel, without a browser, against an API and a log-in service over real HTTP. */
@ViewPackages(packages = "dev.parley.admin")
public abstract class PanelPage extends BrowserlessTest {

    protected static final String OWNER = "owner@north.test";
    protected static final String VIEWER = "viewer@north.test";

    protected FakeWorld world;
    protected Panel panel;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        world = new FakeWorld();
        world.api.clients.put(OWNER, List.of(client("north", "OWNER")));
        world.api.clients.put(VIEWER, List.of(client("north", "VIEWER"), client("south", "OWNER")));
        panel = world.panel(new TurnedClock());
        TestViewFactory.use(panel);
        super.initVaadinEnvironment();
    }

    @AfterEach
    @Override
    protected void cleanVaadinEnvironment() {
        super.cleanVaadinEnvironment();
        panel.close();
        world.close();
    }

    @Override
    protected Set<Class<?>> lookupServices() {
        var services = new HashSet<Class<?>>(super.lookupServices());
        services.add(TestViewFactory.class);
        return services;
    }

    protected final void logIn(String email) {
        test(find(LoginForm.class).single()).login(email, FakeAuth.PASSWORD);
    }

    protected final void open(String email, String address) {
        logIn(email);
        UI.getCurrent().navigate(address);
    }

    /** Waits until the page hears of what happens there. */
    protected final void listening(String field) {
        await().until(() ->
                world.feed.subscribed.stream().anyMatch(one -> one.field().equals(field)));
    }

    /** How many rows the list has; -1 while there is none. */
    protected final int rows() {
        return find(Grid.class).all().isEmpty() ? -1 : test(grid()).size();
    }

    @SuppressWarnings("unchecked")
    protected final Grid<Object> grid() {
        return find(Grid.class).single();
    }

    protected final boolean shown(String className) {
        return !find(Component.class)
                .withClassName(className.substring(1))
                .all()
                .isEmpty();
    }

    /** The title of what is open beside the list. */
    protected final List<String> titles() {
        return find(H2.class).all().stream().map(H2::getText).toList();
    }

    protected final Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    protected final String text(String className) {
        return find(Component.class)
                .withClassName(className.substring(1))
                .single()
                .getElement()
                .getTextRecursively();
    }

    /** Other threads have put something on the page: let it happen, until it has. */
    protected static void until(Callable<Boolean> condition) {
        await().pollInSameThread().until(() -> {
            var session = VaadinSession.getCurrent();
            session.getService().runPendingAccessTasks(session);
            roundTrip();
            return condition.call();
        });
    }

    private static Map<String, String> client(String id, String role) {
        return Map.of("id", id, "name", "Client " + id, "role", role);
    }
}
