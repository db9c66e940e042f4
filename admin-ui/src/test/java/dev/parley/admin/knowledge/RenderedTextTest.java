package dev.parley.admin.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a document says, its page only shows words. */
class RenderedTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a <img src=x onerror=alert(1)> b",
                "![x](https://evil.example/x.png)",
                "![x](data:image/svg+xml;base64,AAAA)",
                "[x](javascript:alert(1))",
                "[x](data:text/html,hi)",
                "<style>body{display:none}</style>",
                "<a href='javascript:alert(1)' style='position:fixed'>x</a>",
                "<iframe src=//evil.example></iframe>",
                "```html onload=alert(1)\nx\n```",
                "[x](https://good.example \"a\\\" onmouseover=alert(1) b\")"
            })
    void nothingInItCanAct(String hostile) {
        var html = Jsoup.parseBodyFragment(RenderedText.markdown(hostile, new Place(0, hostile.length())));

        assertThat(html.select("script, style, img, iframe, svg, object, form, input"))
                .isEmpty();
        assertThat(html.getAllElements()).allSatisfy(element -> element.attributes()
                .forEach(attribute -> assertThat(attribute.getKey()).isIn("class", "href", "rel", "target")));
        assertThat(html.select("a[href]"))
                .allSatisfy(link -> assertThat(link.attr("href")).startsWith("https://good.example"));
    }

    @Test
    void markdownIsShownAsWhatItMeans() {
        var html = RenderedText.markdown("# A\n\n### B\n\n**c**\n\n| d | e |\n|---|---|\n| 1 | 2 |\n", null);

        assertThat(html)
                .contains("<h2>A</h2>", "<h3>B</h3>", "<strong>c</strong>", "<th>d</th>", "<td>2</td>")
                .doesNotContain("place");
    }

    @Test
    void aPlaceIsMarkedAndNothingBesideIt() {
        var text = "# Delivery\n\nMonday.\n\n- one\n- two\n  - deep\n";

        assertThat(RenderedText.markdown(text, at(text, "Monday"))).contains("<p class=\"place\">Monday.</p>");
        assertThat(RenderedText.markdown(text, at(text, "deep"))).containsOnlyOnce("place");
        assertThat(RenderedText.markdown(text, at(text, "two"))).containsOnlyOnce("place");
        assertThat(RenderedText.markdown(text, new Place(12, 12))).doesNotContain("place");
    }

    @Test
    void plainTextIsNoMarkup() {
        var text = "# no <b>heading</b>\n  more\n\n*second*\n";

        assertThat(PlainText.html(text, at(text, "second")))
                .isEqualTo("<p class=\"plain\"># no &lt;b&gt;heading&lt;/b&gt;\n  more</p>"
                        + "<p class=\"plain place\">*second*</p>");
    }

    @Test
    void aLongTextIsReadInParts() {
        var text = ("word ".repeat(199) + "\n\n").repeat(200);
        int late = text.length() - 5;

        var first = TextPart.with(text, 0);
        var last = TextPart.with(text, late);

        assertThat(first.start()).isZero();
        assertThat(first.before()).isNull();
        assertThat(first.text()).endsWith("\n\n").hasSizeLessThanOrEqualTo(60_000);
        assertThat(TextPart.with(text, first.after()).start()).isEqualTo(first.end());
        assertThat(last.after()).isNull();
        assertThat(TextPart.with(text, last.before()).end()).isEqualTo(last.start());
        assertThat(last.inside(new Place(late, late + 1)).start()).isEqualTo(late - last.start());
    }

    private static Place at(String text, String words) {
        return new Place(text.indexOf(words), text.indexOf(words) + words.length());
    }
}
