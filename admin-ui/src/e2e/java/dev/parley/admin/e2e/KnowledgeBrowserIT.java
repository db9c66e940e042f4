package dev.parley.admin.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.admin.e2e.Browser.logIn;
import static dev.parley.admin.e2e.Browser.picture;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** A file's way: from the browser to the sentence that answers a question. */
class KnowledgeBrowserIT {

    private static final Demo DEMO = Demo.running();
    private static final Demo.Client CLIENT = DEMO.clients().getLast();
    private static final Duration PROCESSED = Duration.ofSeconds(60);

    @Test
    void anUploadedFileAnswersAQuestionAtItsPlace() throws IOException {
        var name = "Lantern handbook " + System.nanoTime();
        try (var browser = new Browser();
                var person = browser.person()) {
            var page = person.newPage();
            page.navigate(DEMO.knowledge(CLIENT));
            logIn(page, DEMO.user("owner", CLIENT));
            var files = page.waitForFileChooser(
                    () -> page.getByText("Upload files").first().click());
            files.setFiles(new FilePayload(
                    name + ".docx",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    docx(
                            "Opening",
                            "The lighthouse opens at nine.",
                            "The quartermaster keeps the spare lanterns in the cellar.")));

            var row = page.locator("vaadin-grid").getByText(name).first();
            assertThat(row).isVisible(visibleWithin(PROCESSED));
            row.click();
            assertThat(page).hasURL(Pattern.compile("/knowledge/[0-9a-f-]{36}"));
            assertThat(page.locator(".detail-tools .tag")).hasText("Ready", textWithin(PROCESSED));

            page.navigate(DEMO.knowledge(CLIENT));
            page.locator(".search input").fill("quartermster lanterns");
            var hit =
                    page.locator("vaadin-grid .found").filter(new Locator.FilterOptions().setHasText("quartermaster"));
            assertThat(hit.first()).isVisible();
            assertThat(page).hasURL(Pattern.compile("q=quartermster"));
            picture(page, "knowledge-hits");
            hit.first().click();

            assertThat(page).hasURL(Pattern.compile("place=\\d+-\\d+"));
            page.reload();
            assertThat(page.locator(".readable .place").filter(new Locator.FilterOptions().setHasText("quartermaster")))
                    .isInViewport();
            picture(page, "knowledge-document");
            page.getByText("Delete", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.getByText("Undo")).isVisible();
        }
    }

    private static LocatorAssertions.IsVisibleOptions visibleWithin(Duration time) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(time.toMillis());
    }

    private static LocatorAssertions.HasTextOptions textWithin(Duration time) {
        return new LocatorAssertions.HasTextOptions().setTimeout(time.toMillis());
    }

    /** The smallest Word file there is. */
    private static byte[] docx(String... paragraphs) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/word/document.xml\" ContentType="
                            + "\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            put(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"r1\" Target=\"word/document.xml\" Type="
                            + "\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/>"
                            + "</Relationships>");
            var body = new StringBuilder();
            for (var paragraph : paragraphs) {
                body.append("<w:p><w:r><w:t>").append(paragraph).append("</w:t></w:r></w:p>");
            }
            put(
                    zip,
                    "word/document.xml",
                    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                            + body + "</w:body></w:document>");
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
