package dev.parley.admin.e2e;

import static dev.parley.admin.e2e.Browser.logIn;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Route;
import dev.parley.admin.feature.Features;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every address of the panel can be used by those who hear it or see it badly: axe-core finds nothing wrong. */
class RoutesBrowserIT {

    /** A page, what is on it when it is there, and, clicked one after the other, what opens more of it. */
    private record Place(String path, String shown, List<String> opening) {}

    private static final Demo DEMO = Demo.running();
    private static final String DETAIL = ".detail h2:not(:empty)";
    private static final String ROWS = "vaadin-grid[room] .line";

    /** By the name of the view; of features that are not named here, the list. */
    private static final Map<String, Place> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("LoginView", new Place("/login", "vaadin-login-form", List.of()));
        PLACES.put("HomeView", new Place("", ROWS, List.of()));
        PLACES.put(
                "LeadsView", new Place("/c/%s/leads", ROWS, List.of("vaadin-grid .score", DETAIL, ".bell", ".alerts")));
        PLACES.put("ConversationsView", new Place("/c/%s/conversations", ROWS, List.of("vaadin-grid .line", DETAIL)));
        PLACES.put("SyncView", new Place("/c/%s/sync", ROWS, List.of("vaadin-grid .tag", DETAIL)));
        PLACES.put(
                "TokensView",
                new Place("/c/%s/tokens", ".filters vaadin-button", List.of(".filters vaadin-button", ".token-form")));
        PLACES.put(
                "KnowledgeView",
                new Place("/c/%s/knowledge", ROWS, List.of(".list-bar vaadin-button", ".document-form")));
        PLACES.put(
                "DocumentView",
                new Place(
                        "/c/%s/knowledge",
                        ROWS,
                        List.of(
                                "vaadin-grid .line",
                                ".readable",
                                ".document vaadin-tab:nth-of-type(2)",
                                ".passage",
                                ".document vaadin-tab:nth-of-type(3)",
                                ".version")));
        PLACES.put("NotFoundView", new Place("/c/nowhere/leads", ".empty", List.of()));
        for (var feature : Features.load().all()) {
            feature.navigation().ifPresent(entry -> feature.views()
                    .forEach(view -> PLACES.putIfAbsent(
                            view.getSimpleName(), new Place("/c/%s/" + entry.name(), "h1", List.of()))));
        }
    }

    @Test
    void allAreKnownHere() {
        var routes = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.parley.admin")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Route.class))
                        .map(JavaClass::getSimpleName)
                        .collect(toSet());

        assertThat(PLACES.keySet()).containsAll(routes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "ru-RU"})
    void axeFindsNothingWrong(String language) throws IOException {
        var client = language.startsWith("ru")
                ? DEMO.clients().getFirst()
                : DEMO.clients().getLast();
        var axe = new Axe();
        var wrong = new LinkedHashMap<String, List<String>>();
        try (var browser = new Browser()) {
            var page = browser.person(language, 1440, 900).newPage();
            PLACES.forEach((view, place) -> {
                var found = new ArrayList<String>();
                page.navigate(DEMO.panelUrl() + place.path().formatted(client.id()));
                found.addAll(axe.read(shown(page, place.shown())));
                for (int i = 0; i < place.opening().size(); i += 2) {
                    page.locator(place.opening().get(i)).first().click();
                    found.addAll(axe.read(shown(page, place.opening().get(i + 1))));
                }
                if (view.equals("LoginView")) {
                    logIn(page, DEMO.user("owner", client));
                    shown(page, ROWS);
                }
                if (!found.isEmpty()) {
                    wrong.put(view, found);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    private static Page shown(Page page, String what) {
        page.locator(what).first().waitFor();
        return page;
    }
}
