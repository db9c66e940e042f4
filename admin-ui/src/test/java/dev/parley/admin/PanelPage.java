package dev.parley.admin;

import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.server.VaadinSession;
import dev.parley.admin.fake.FakeAuth;
import dev.parley.admin.fake.FakeWorld;
import dev.parley.admin.fake.Samples;
import dev.parley.admin.server.Panel;
import dev.parley.admin.server.TestViewFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A page of the panel, without a browser, against an API and a log-in service over real HTTP. */
@ViewPackages(packages = "dev.parley.admin")
abstract class PanelPage extends BrowserlessTest {

    static final String OWNER = "owner@north.test";
    static final String VIEWER = "viewer@north.test";

    FakeWorld world;
    Panel panel;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        world = new FakeWorld();
        world.api.clients.put(OWNER, List.of(client("north", "OWNER")));
        world.api.clients.put(VIEWER, List.of(client("north", "VIEWER"), client("south", "OWNER")));
        world.api.leads.addAll(IntStream.rangeClosed(1, 250)
                .mapToObj(i -> Samples.lead(i, i % 100))
                .toList());
        world.api.conversations.add(Samples.conversation(1));
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

    final void logIn(String email) {
        test(find(LoginForm.class).single()).login(email, FakeAuth.PASSWORD);
    }

    final Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    final String text(String className) {
        return find(Component.class)
                .withClassName(className.substring(1))
                .single()
                .getElement()
                .getTextRecursively();
    }

    /** Other threads have put something on the page: let it happen, until it has. */
    static void until(Callable<Boolean> condition) {
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
