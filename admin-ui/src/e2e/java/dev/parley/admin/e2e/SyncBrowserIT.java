package dev.parley.admin.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.admin.e2e.Browser.logIn;
import static dev.parley.admin.e2e.Browser.picture;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conversations that come in by themselves, and what people see when they do not. */
class SyncBrowserIT {

    private static final Demo DEMO = Demo.running();
    private static final Demo.Client CLIENT = DEMO.clients().getLast();
    /** A run that meets an outage first tries again for a while. */
    private static final Duration RUN = Duration.ofSeconds(90);

    private static final LocatorAssertions.IsVisibleOptions IN_TIME =
            new LocatorAssertions.IsVisibleOptions().setTimeout(RUN.toMillis());
    /** A click waits for a run of the schedule that is on its way. */
    private static final Locator.ClickOptions WHEN_IT_MAY = new Locator.ClickOptions().setTimeout(RUN.toMillis());

    /** Runs may be short: remembers every word that the state of sync was given. */
    private static final String WATCH_STANDING =
            """
            () => {
              const word = document.querySelector('.standing-word');
              window.standings = [word.textContent];
              new MutationObserver(() => standings.push(word.textContent))
                .observe(word, { childList: true, characterData: true, subtree: true });
            }
            """;

    private static Browser browser;

    private BrowserContext person;
    private Page page;

    @BeforeAll
    static void open() {
        browser = new Browser();
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void arrive() {
        DEMO.mendElevenLabs();
        person = browser.person();
        page = person.newPage();
    }

    @AfterEach
    void leave() {
        DEMO.mendElevenLabs();
        person.close();
    }

    @Test
    void aRunThatIsAskedForAppearsAndFinishes() {
        enter("owner", DEMO.sync(CLIENT));
        assertThat(page.locator(".live-live")).isVisible();
        page.evaluate(WATCH_STANDING);

        runNowButton().click(WHEN_IT_MAY);

        page.waitForFunction("() => standings.includes('Running') && standings.at(-1) === 'Up to date'");
        assertThat(page.locator("vaadin-grid")).containsText("Asked for");
        assertThat(page.locator("vaadin-grid .tag").first()).hasText("Succeeded");
        assertThat(page.locator(".standing")).containsText("Up to date");
        assertThat(runNowButton()).isEnabled();
        page.locator("vaadin-grid .tag").first().click();
        assertThat(page).hasURL(Pattern.compile("/sync/[0-9a-f-]{36}$"));
        assertThat(page.locator(".detail")).containsText("Listed by ElevenLabs");
        picture(page, "sync-run");
        page.reload();
        assertThat(page.locator(".detail")).containsText("Listed by ElevenLabs");
    }

    @Test
    void anOutageIsSeenEverywhereAndPassesByItself() {
        enter("owner", DEMO.sync(CLIENT));
        var reader = person.newPage();
        reader.navigate(DEMO.leads(CLIENT));
        reader.locator("vaadin-grid .score").first().click();
        assertThat(reader.locator(".detail h2")).isVisible();
        assertThat(reader.locator(".stale")).isHidden();

        DEMO.breakElevenLabs();
        runNowButton().click(WHEN_IT_MAY);

        assertThat(reader.locator(".stale")).isVisible(IN_TIME);
        assertThat(reader.locator(".stale")).containsText("Data may be old: last synced at");
        assertThat(reader.locator(".bell-count")).hasText("1");
        picture(reader, "stale");
        reader.locator(".bell").click();
        assertThat(reader.locator(".alert-open")).containsText("ElevenLabs does not answer, or not usefully");
        picture(reader, "alerts");
        assertThat(page.locator(".standing")).containsText("Data may be old");
        assertThat(page.locator("vaadin-grid")).containsText("ElevenLabs does not answer");
        picture(page, "sync");

        DEMO.mendElevenLabs();
        // The way to ElevenLabs may stay shut for some seconds more.
        await().atMost(RUN).until(() -> {
            runNow();
            return page.locator(".standing-fresh").isVisible();
        });

        assertThat(reader.locator(".stale")).isHidden();
        assertThat(reader.locator(".bell-count")).isHidden();
        assertThat(reader.locator(".alert-open")).hasCount(0);
        assertThat(reader.locator(".alert-over").first()).containsText("ElevenLabs does not answer, or not usefully");
    }

    @Test
    void aViewerSeesAllOfItAndCannotAskForARun() {
        enter("viewer", DEMO.sync(CLIENT));

        assertThat(page.locator(".standing")).isVisible();
        assertThat(page.locator("vaadin-grid .tag").first()).isVisible();
        assertThat(runNowButton()).isHidden();
    }

    private void enter(String role, String address) {
        page.navigate(address);
        logIn(page, DEMO.user(role, CLIENT));
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator(".standing")).isVisible();
    }

    private Locator runNowButton() {
        return page.locator(".list-bar vaadin-button");
    }

    private void runNow() {
        if (runNowButton().isEnabled()) {
            runNowButton().click(WHEN_IT_MAY);
        }
    }
}
