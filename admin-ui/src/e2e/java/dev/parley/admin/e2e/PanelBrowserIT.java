package dev.parley.admin.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.admin.e2e.Browser.choose;
import static dev.parley.admin.e2e.Browser.logIn;
import static dev.parley.admin.e2e.Browser.picture;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with the panel, from the door to the evidence. */
class PanelBrowserIT {

    private static final Demo DEMO = Demo.running();
    private static final Demo.Client RUSSIAN = DEMO.clients().getFirst();
    private static final Demo.Client ENGLISH = DEMO.clients().getLast();
    private static final int PATIENCE_MILLIS = 15_000;
    private static Browser browser;

    private BrowserContext person;
    private Page page;

    @BeforeAll
    static void open() {
        browser = new Browser();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void arrive() {
        person = browser.person();
        page = person.newPage();
    }

    @AfterEach
    void leave() {
        person.close();
    }

    @Test
    void aWrongPasswordIsRefusedAndTheRightOneLeadsToWhereTheLinkPointed() {
        page.navigate(DEMO.conversations(ENGLISH) + "?language=en");
        assertThat(page).hasURL(Pattern.compile("/login\\?to="));

        logIn(page, DEMO.user("owner", ENGLISH).email(), "not the password");
        assertThat(page.getByText("That did not match")).isVisible();
        picture(page, "log-in");

        logIn(page, DEMO.user("owner", ENGLISH));
        assertThat(page).hasURL(DEMO.conversations(ENGLISH) + "?language=en");
        assertThat(page.locator("h1")).hasText("Conversations");
    }

    @Test
    void scriptsThatGetIntoThePageDoNotRun() {
        enter("owner", ENGLISH);

        page.evaluate(
                "() => { const script = document.createElement('script'); script.textContent = 'window.broken = 1';"
                        + " document.body.append(script); document.body.insertAdjacentHTML('beforeend',"
                        + " '<img src=none onerror=\"window.broken = 2\" onload=\"window.broken = 3\" class=injected>'); }");
        page.waitForFunction("() => document.querySelector('img.injected').complete");

        assertThat(page.evaluate("() => window.broken ?? 'whole'")).isEqualTo("whole");
    }

    @Test
    void wordsOfStrangersDoNotTurnRoundWhatStandsBesideThem() {
        enter("owner", ENGLISH);
        page.navigate(DEMO.conversations(ENGLISH));
        page.waitForSelector("vaadin-grid-cell-content .line b");

        assertThat(
                        page.evaluate(
                                "() => getComputedStyle(document.querySelector('vaadin-grid-cell-content .line b')).unicodeBidi"))
                .isEqualTo("isolate");
    }

    @Test
    void aNewLeadAppearsWithoutReloadAndLeadsToItsEvidence() {
        enter("owner", ENGLISH);
        assertThat(page.locator(".live-live")).isVisible();
        var call = Call.to(ENGLISH);

        DEMO.play(call);

        var row = page.locator("vaadin-grid-cell-content").filter(text(call.name()));
        assertThat(row.first()).isVisible();
        picture(page, "leads");
        chooseRow(row);
        assertThat(page).hasURL(Pattern.compile("/leads/[0-9a-f-]{36}$"));
        assertThat(page.locator(".detail h2")).hasText(call.name());
        var lead = page.url();
        picture(page, "lead");

        page.locator(".evidence.leads-to-turn").filter(text(call.phone())).click();

        assertThat(page).hasURL(Pattern.compile("/conversations/[0-9a-f-]{36}\\?turn=5$"));
        var turn = page.locator(".turn.pointed");
        assertThat(turn).containsText(call.phone());
        assertThat(turn.locator(".mark")).hasText(call.phone());
        assertThat(turn).isInViewport();
        picture(page, "conversation");

        page.goBack();
        assertThat(page).hasURL(lead);
        assertThat(page.locator(".detail h2")).hasText(call.name());
        page.goBack();
        assertThat(page).hasURL(DEMO.leads(ENGLISH));
        assertThat(page.locator(".detail")).hasCount(0);
        page.goForward();
        assertThat(page.locator(".detail h2")).hasText(call.name());
    }

    @Test
    void newRowsWaitWhileSomebodyReadsFurtherDown() {
        enter("owner", ENGLISH);
        var grid = page.locator("vaadin-grid");
        assertThat(page.locator(".live-live")).isVisible();
        // A new row may arrive while we scroll; the reader is below the top from the first scroll event on.
        // Until the rows are there, there is nothing to scroll.
        page.waitForFunction("() => { const table = document.querySelector('vaadin-grid').$.table;"
                + " if (table.scrollTop < 400) table.scrollTop = 400; return table.scrollTop >= 400; }");
        var call = Call.to(ENGLISH);

        DEMO.play(call);

        var waiting = page.locator(".waiting");
        assertThat(waiting).isVisible();
        assertThat(grid.evaluate("grid => grid.$.table.scrollTop")).isEqualTo(400);
        waiting.click();
        assertThat(waiting).isHidden();
        assertThat(page.locator("vaadin-grid-cell-content")
                        .filter(text(call.name()))
                        .first())
                .isVisible();
    }

    @Test
    void anOwnerEditsALeadAndIsToldAtTheFieldWhatIsWrong() {
        enter("owner", ENGLISH);
        open(Call.to(ENGLISH));
        var email = page.getByLabel("E-mail").last();
        var phone = page.getByLabel("Phone").last();

        phone.fill("12");
        page.getByLabel("Notes").fill("Call after six.");
        page.getByText("Save changes").click();

        assertThat(page.getByText("Not a phone number").first()).isVisible();
        picture(page, "lead-problem");
        phone.fill("+14155550142");
        email.fill("NEW@Quill.example");
        page.getByText("Save changes").click();
        assertThat(page.getByText("Save changes")).isHidden();
        assertThat(email).hasValue("new@quill.example");

        page.locator(".status-picker").click();
        page.locator("vaadin-select-item").filter(text("Qualified")).click();
        assertThat(page.locator(".status-picker")).containsText("Qualified");
        page.reload();
        assertThat(page.locator(".status-picker")).containsText("Qualified");
        assertThat(page.getByLabel("Notes")).hasValue("Call after six.");
        assertThat(page.getByLabel("E-mail").last()).hasValue("new@quill.example");
    }

    @Test
    void whatIsTypedAndNotSavedOutlivesEveryWayOut() {
        enter("owner", ENGLISH);
        open(Call.to(ENGLISH));
        var lead = page.url();
        var notes = page.getByLabel("Notes");
        notes.click();
        page.keyboard().type("Call after six.");

        page.keyboard().press("Escape");
        assertThat(page.locator(".detail")).hasCount(0);
        page.goBack();
        assertThat(notes).hasValue("Call after six.");
        assertThat(page.locator(".editor-note")).containsText("Not saved yet");
        page.locator("vaadin-side-nav-item").nth(1).click();
        assertThat(page.locator("h1")).hasText("Conversations");
        person.clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        page.onDialog(Dialog::accept);
        page.navigate(lead);
        assertThat(notes).hasValue("Call after six.");

        choose(page, "Account", "Log out");
        assertThat(page.getByText("Log out without saving?")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel"))
                .click();
        page.locator(".editor-actions vaadin-button").last().click();
        assertThat(notes).hasValue("");
        org.assertj.core.api.Assertions.assertThat(page.evaluate("() => sessionStorage.length"))
                .isEqualTo(0);
    }

    @Test
    void theKeyboardIsEnough() {
        enter("owner", ENGLISH);
        assertThat(page.locator("vaadin-grid .strong").first()).isVisible();
        page.locator("vaadin-grid").evaluate("grid => grid.$.items.querySelector('td').focus()");

        page.keyboard().press("Enter");
        assertThat(page.locator(".detail h2")).isVisible();
        assertThat(page.locator(".list-page[has-detail]")).isVisible();
        var first = page.url();
        assertThat(page.locator("vaadin-grid")).isFocused();
        page.keyboard().press("ArrowDown");
        page.waitForFunction("first => location.href !== first", first);
        assertThat(page.locator("vaadin-grid")).isFocused();

        page.getByLabel("Notes").focus();
        page.keyboard().press("Escape");
        assertThat(page.locator(".detail")).hasCount(0);
        assertThat(page.locator("vaadin-grid")).isFocused();
    }

    /** Its scripts are in the bundle, though no route leads to it. */
    @Test
    void theBellOpensOnlyWhenAsked() {
        enter("owner", ENGLISH);
        assertThat(page.locator(".bell")).isVisible();
        assertThat(page.locator(".alerts")).isHidden();

        page.locator(".bell").click();

        assertThat(page.locator(".alerts")).isVisible();
    }

    @Test
    void withoutALinkNobodyReadsLive() {
        enter("owner", ENGLISH);
        assertThat(page.getByText("Live", new Page.GetByTextOptions().setExact(true)))
                .isVisible();

        person.setOffline(true);

        assertThat(page.getByText("No connection")).isVisible();
        assertThat(page.getByText("Live", new Page.GetByTextOptions().setExact(true)))
                .isHidden();
        page.locator("vaadin-grid .score").first().click();
        assertThat(page.locator("vaadin-connection-indicator[reconnecting]")).isAttached();
        person.setOffline(false);
        assertThat(page.getByText("No connection")).isHidden();
        assertThat(page.locator(".detail h2")).isVisible();
    }

    @Test
    void nothingJumpsWhileThePageComes() {
        page.addInitScript(
                "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(one =>"
                        + " window.shift += one.hadRecentInput ? 0 : one.value)).observe({ type: 'layout-shift', buffered: true })");
        enter("owner", ENGLISH);
        page.navigate(DEMO.leads(ENGLISH));
        assertThat(page.locator("vaadin-grid .strong").first()).isVisible();

        org.assertj.core.api.Assertions.assertThat(((Number) page.evaluate("() => shift")).doubleValue())
                .isLessThan(0.05);
    }

    @Test
    void somebodyIsFoundByALittleThatIsKnownOfThem() {
        enter("owner", ENGLISH);
        assertThat(page.locator(".live-live")).isVisible();
        var call = Call.to(ENGLISH);
        DEMO.play(call);
        var rows = page.locator("vaadin-grid-cell-content .strong");
        assertThat(rows.filter(text(call.name())).first()).isVisible();

        var search = page.getByLabel("Search leads");
        search.pressSequentially("QUILL (415) 555-" + call.number());

        assertThat(page).hasURL(Pattern.compile("/leads\\?q=QUILL"));
        assertThat(page.locator(".count")).hasText("1");
        assertThat(rows.filter(text(call.name())).first()).isVisible();
        assertThat(search).isFocused();
        picture(page, "leads-search");
        search.fill("");
        assertThat(page).hasURL(DEMO.leads(ENGLISH));
    }

    @Test
    void whatSomebodyElseSavesMeanwhileIsShownAndNothingTypedIsLost() {
        enter("owner", ENGLISH);
        open(Call.to(ENGLISH));
        var other = person.newPage();
        other.navigate(page.url());

        page.getByLabel("Company").last().fill("Mine");
        other.getByLabel("Company").last().fill("Theirs");
        other.getByLabel("Notes").fill("Also theirs.");
        other.getByText("Save changes").click();

        assertThat(page.getByText("Changed meanwhile to: Theirs")).isVisible();
        assertThat(page.getByLabel("Notes")).hasValue("Also theirs.");
        assertThat(page.getByLabel("Company").last()).hasValue("Mine");
        page.getByText("Save changes").click();
        assertThat(other.getByLabel("Company").last()).hasValue("Mine");
    }

    @Test
    void aViewerReadsAndHasNothingToEdit() {
        enter("owner", ENGLISH);
        open(Call.to(ENGLISH));
        var lead = page.url();
        var viewer = browser.person();
        var theirs = viewer.newPage();

        theirs.navigate(lead);
        logIn(theirs, DEMO.user("viewer", ENGLISH));

        assertThat(theirs.locator(".detail h2")).isVisible();
        assertThat(theirs.locator(".evidence").first()).isVisible();
        assertThat(theirs.locator(".detail vaadin-text-field, .detail vaadin-text-area, .detail vaadin-select"))
                .hasCount(0);
        picture(theirs, "lead-viewer");
        viewer.close();
    }

    @Test
    void languageAndThemeAreKeptForTheBrowser() {
        enter("owner", RUSSIAN);
        assertThat(page.locator("h1")).hasText("Leads");

        choose(page, "Appearance", "Dark");
        choose(page, "Language", "Русский");

        assertThat(page.locator("h1")).hasText("Лиды");
        assertThat(page.locator("html")).hasAttribute("lang", "ru");
        assertThat(scheme(page)).isEqualTo("dark");
        page.reload();
        assertThat(page.locator("h1")).hasText("Лиды");
        assertThat(scheme(page)).isEqualTo("dark");
        page.locator("vaadin-grid .score-high").first().click();
        assertThat(page.locator(".detail h2")).isVisible();
        picture(page, "lead-dark-russian");
        page.locator(".source").click();
        assertThat(page.locator(".turn").first()).isVisible();
        picture(page, "conversation-dark-russian");
    }

    @Test
    void aRussianBrowserIsAnsweredInRussianFromTheFirstPageOn() {
        try (var russian = browser.person("ru-RU", 1440, 900)) {
            var first = russian.newPage();

            first.navigate(DEMO.panelUrl());

            assertThat(first.getByText("Каждый разговор и что из него вышло.")).isVisible();
            assertThat(first.locator("vaadin-login-form vaadin-button[theme~=primary]"))
                    .hasText("Войти");
        }
    }

    @Test
    void whoWorksForSeveralClientsSwitchesBetweenThem() {
        page.navigate(DEMO.conversations(ENGLISH));
        logIn(page, DEMO.everywhere());
        assertThat(page.locator(".client")).containsText(ENGLISH.name());

        page.locator(".client vaadin-select").click();
        page.locator("vaadin-select-item").filter(text(RUSSIAN.name())).click();

        assertThat(page).hasURL(DEMO.conversations(RUSSIAN));
        assertThat(page.locator(".client")).containsText(RUSSIAN.name());
        assertThat(page.locator("vaadin-grid .line")
                        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("[а-я]")))
                        .first())
                .isVisible();
        page.goBack();
        assertThat(page.locator(".client")).containsText(ENGLISH.name());
    }

    @Test
    void otherPeoplesClientsAreNotThere() {
        enter("owner", ENGLISH);

        page.navigate(DEMO.leads(RUSSIAN));

        assertThat(page.getByText("Nothing here")).isVisible();
        org.assertj.core.api.Assertions.assertThat(page.content()).doesNotContain(RUSSIAN.name());
    }

    @Test
    void theLogInSurvivesAReloadAndTheLossOfTheSession() {
        enter("owner", ENGLISH);
        page.reload();
        assertThat(page.locator("h1")).hasText("Leads");

        person.clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        page.reload();

        assertThat(page.locator("h1")).hasText("Leads");
        var cookie = person.cookies().stream()
                .filter(one -> one.name.equals("parley-login"))
                .findFirst()
                .orElseThrow();
        assertThat(cookie.httpOnly).isTrue();
    }

    @Test
    void loggingOutEndsIt() {
        enter("owner", ENGLISH);

        choose(page, "Account", "Log out");

        assertThat(page).hasURL(Pattern.compile("/login"));
        page.navigate(DEMO.leads(ENGLISH));
        assertThat(page).hasURL(Pattern.compile("/login\\?to="));
        assertThat(person.cookies()).noneMatch(one -> one.name.equals("parley-login"));
    }

    @Test
    void itFitsOnAPhone() {
        try (var phone = browser.person("ru-RU", 400, 800)) {
            var small = phone.newPage();
            small.navigate(DEMO.leads(RUSSIAN));
            logIn(small, DEMO.user("owner", RUSSIAN));
            small.locator("vaadin-grid .score").first().click();
            assertThat(small.locator(".detail h2")).isVisible();
            picture(small, "lead-phone");
            assertThat(overflow(small)).isZero();

            small.locator(".detail-header vaadin-button").click();
            assertThat(small.locator(".detail")).hasCount(0);
            picture(small, "leads-phone");
            assertThat(overflow(small)).isZero();
        }
    }

    private void enter(String role, Demo.Client client) {
        page.navigate(DEMO.leads(client));
        logIn(page, DEMO.user(role, client));
        assertThat(page.locator("h1")).isVisible();
    }

    private void open(Call call) {
        DEMO.play(call);
        chooseRow(page.locator("vaadin-grid-cell-content").filter(text(call.name())));
        assertThat(page.locator(".detail h2")).hasText(call.name());
        assertThat(page).hasURL(Pattern.compile("/leads/[0-9a-f-]{36}$"));
    }

    /** Finds and clicks at once: with a pointer, a row that arrives between the two would be hit in this one's place. */
    private static void chooseRow(Locator row) {
        row.first().dispatchEvent("click");
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Object scheme(Page page) {
        return page.evaluate("() => getComputedStyle(document.documentElement).colorScheme");
    }

    private static int overflow(Page page) {
        return (int) page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
    }
}
