package dev.parley.admin.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.admin.e2e.Browser.logIn;
import static dev.parley.admin.e2e.Browser.picture;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token's life, from the button to the program that can no longer use it. */
class TokensBrowserIT {

    private static final Demo DEMO = Demo.running();
    private static final Demo.Client CLIENT = DEMO.clients().getLast();

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
        person = browser.person();
        person.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page = person.newPage();
    }

    @AfterEach
    void leave() {
        person.close();
    }

    @Test
    void madeCopiedUsedAndRevoked() {
        var name = "Dashboard " + System.nanoTime();
        page.navigate(DEMO.tokens(CLIENT));
        logIn(page, DEMO.user("owner", CLIENT));
        button("New token").click();
        dialog().getByLabel("Name").fill(name);
        picture(page, "token-new");
        dialog().getByText("Create").click();

        assertThat(dialog()).containsText("cannot be shown again");
        dialog().getByText("Copy", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(dialog().getByText("Copied")).isVisible();
        var token = (String) page.evaluate("navigator.clipboard.readText()");
        assertThat(token).matches("parley_[0-9A-Za-z]{49}");
        picture(page, "token-made");
        dialog().getByText("Done").click();

        assertThat(DEMO.ask(token, "{ me { kind tokenName } }"))
                .contains("\"kind\":\"PROGRAM\"")
                .contains(name);

        row(name).click();
        assertThat(page).hasURL(Pattern.compile("/tokens/[0-9a-f-]{36}$"));
        page.reload();
        assertThat(page.locator(".detail h2")).hasText(name);
        assertThat(page.locator(".detail")).containsText("Read everything, change nothing");
        picture(page, "tokens");
        page.locator(".detail").getByText("Revoke").click();
        var confirm = page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Revoke"));
        assertThat(confirm).isVisible();
        picture(page, "token-revoke");
        confirm.click();

        assertThat(page.locator(".detail .tag")).hasText("Revoked");
        assertThat(row(name)).isHidden();
        assertThat(DEMO.ask(token, "{ me { kind } }")).contains("UNAUTHENTICATED");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("All")).click();
        assertThat(page).hasURL(Pattern.compile("ended=shown"));
        assertThat(row(name)).isVisible();
    }

    @Test
    void aViewerFindsNoWayThere() {
        page.navigate(DEMO.leads(CLIENT));
        logIn(page, DEMO.user("viewer", CLIENT));
        assertThat(page.locator("vaadin-side-nav")).containsText("Leads");
        assertThat(page.locator("vaadin-side-nav")).not().containsText("API tokens");

        page.navigate(DEMO.tokens(CLIENT));

        assertThat(page.getByText("Nothing here").first()).isVisible();
    }

    private Locator button(String text) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text));
    }

    private Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    private Locator row(String name) {
        return page.locator("vaadin-grid").getByText(name);
    }
}
