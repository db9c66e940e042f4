package dev.parley.admin.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a page as axe-core does: wide and narrow, light and dark. */
final class Axe {

    private static final Map<Integer, Integer> SIZES = Map.of(1440, 900, 390, 844);
    /** Colours are all that dark changes. */
    private static final Map<ColorScheme, String> RULES =
            Map.of(ColorScheme.LIGHT, "{}", ColorScheme.DARK, "{ runOnly: ['color-contrast'] }");

    /** The layout follows the window a moment later. */
    private static final String FITS =
            """
            () => [...document.querySelectorAll('vaadin-grid')].filter(grid => grid.offsetWidth > 0).every(grid =>
              (grid.offsetWidth < 520) === (grid.getAttribute('room') === 'SMALL')
              && [...grid.shadowRoot.querySelectorAll('th')].every(header =>
                header.querySelector('slot').assignedElements().some(name => name.textContent.trim())))
            """;

    private static final String RUN =
            "options => axe.run(document, { resultTypes: ['violations'], ...options }).then(found => found.violations.flatMap("
                    + "rule => rule.nodes.map(node => `${rule.id}: ${node.target.flat().join(' ')} ${node.html.slice(0, 120)}`)))";

    private final String script;

    Axe() throws IOException {
        script = Files.readString(Path.of("node_modules/axe-core/axe.min.js"));
    }

    /** @return what is wrong, each with the window and the colours it was found in */
    List<String> read(Page page) {
        var found = new ArrayList<String>();
        page.evaluate(script);
        SIZES.forEach((width, height) -> {
            page.setViewportSize(width, height);
            page.waitForFunction(FITS);
            RULES.forEach((scheme, rules) -> {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                var wrong = (List<?>) page.evaluate("(" + RUN + ")(" + rules + ")");
                wrong.forEach(one -> found.add(width + " " + scheme + " " + one));
            });
        });
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1440, 900);
        return found;
    }
}
