package dev.parley.admin.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Chromium, and what people do in it. */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM =
            Path.of(System.getenv().getOrDefault("PARLEY_TEST_CHROMIUM", "/usr/bin/chromium"));
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setHeadless(true)
                    .setArgs(FLAGS));

    /** Somebody's browser: no cookies yet, English, in Moscow. */
    BrowserContext person() {
        return person("en-US", 1440, 900);
    }

    BrowserContext person(String language, int width, int height) {
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId("Europe/Moscow")
                .setColorScheme(ColorScheme.LIGHT)
                .setViewportSize(width, height));
        context.setDefaultTimeout(15_000);
        return context;
    }

    static void logIn(Page page, Demo.User user) {
        logIn(page, user.email(), user.password());
    }

    static void logIn(Page page, String email, String password) {
        page.locator("input[name=username]").fill(email);
        page.locator("input[name=password]").fill(password);
        page.locator("vaadin-login-form vaadin-button[theme~=primary]").click();
    }

    /** Chooses from one of the menus at the top right. */
    static void choose(Page page, String menu, String item) {
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(menu))
                .first()
                .click();
        page.locator("vaadin-menu-bar-item")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(item))
                .last()
                .click();
    }

    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
