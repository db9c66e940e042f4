package dev.parley.knowledge.text.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.knowledge.text.SampleFiles;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each kind of file reads like, as Markdown. */
class FileTextTest {

    @TempDir
    Path folder;

    private SampleFiles files;

    @BeforeEach
    void begin() {
        files = new SampleFiles(folder);
    }

    @Test
    void wordKeepsHeadingsAndTables() throws Exception {
        assertThat(read(files.docx()))
                .isEqualTo(
                        """
                # Доставка и оплата

                Мы доставляем заказы по городу.

                ## Сроки

                Заказ до 12:00 приедет сегодня.

                | Услуга | Цена |
                | --- | --- |
                | Имплант | 30 000 |
                """);
    }

    @Test
    void sheetsAreSectionsWithATable() throws Exception {
        assertThat(read(files.xlsx()))
                .isEqualTo(
                        """
                # Прайс

                Цены на 2026 год

                | Услуга | Цена, руб. |
                | --- | --- |
                | Услуга 2 | 2001 |
                | Услуга 3 | 3001.5 |
                | Услуга 4 | 4002 |

                # Hours

                Open from nine
                """);
    }

    @Test
    void slidesAreSections() throws Exception {
        assertThat(read(files.pptx()))
                .isEqualTo(
                        """
                ## Our services

                Implants and crowns

                Whitening
                """);
    }

    @Test
    void linesOfAPageAreJoined() throws Exception {
        assertThat(read(files.pdf()))
                .isEqualTo(
                        """
                Страница 1. Перенос слова и ёлка на странице.

                Страница 2. Перенос слова и ёлка на странице.
                """);
    }

    @Test
    void pagesKeepListsAndTablesButNoScripts() throws Exception {
        assertThat(read(files.html()))
                .isEqualTo(
                        """
                # Delivery

                In town it is free.

                ## Times

                - one
                - two
                  1. deep

                | A | B |
                | --- | --- |
                | 1\\|2 | x y |
                """);
    }

    @Test
    void booksFollowTheirSpine() throws Exception {
        assertThat(read(files.epub()))
                .isEqualTo(
                        """
                ## Глава 2

                Текст второй.

                # Глава 1

                Текст первой.
                """);
    }

    @Test
    void richTextIsParagraphs() throws Exception {
        assertThat(read(files.rtf())).isEqualTo("Доставка\n\nPlain text.\n");
    }

    @Test
    void markdownStaysAsItIs() throws Exception {
        var file = files.text(
                "a.md", "\uFEFF# Доставка\r\n\r\nМы *доставляем*.  \r\n\r\n\r\n\r\n- один\r\n", StandardCharsets.UTF_8);

        assertThat(found(file)).isEqualTo(new Found("text/markdown", "# Доставка\n\nМы *доставляем*.\n\n- один\n"));
    }

    @Test
    void separatedValuesAreATableWhateverTheComma() throws Exception {
        var file =
                files.text("a.csv", "услуга;цена\nИмплант;30000\n\"Чистка; полировка\";5000\n", StandardCharsets.UTF_8);

        assertThat(found(file))
                .isEqualTo(
                        new Found(
                                "text/csv",
                                """
                | услуга | цена |
                | --- | --- |
                | Имплант | 30000 |
                | Чистка; полировка | 5000 |
                """));
    }

    @Test
    void plainTextIsReadInOldEncodingsToo() throws Exception {
        var text =
                "Доставка по городу бесплатно. Мы работаем каждый день с девяти утра до восьми вечера.\nЁлки и иголки.\n";

        for (var charset : new String[] {"UTF-8", "windows-1251", "UTF-16"}) {
            assertThat(read(files.text("a.txt", text, Charset.forName(charset))))
                    .isEqualTo(text);
        }
    }

    @Test
    void theContentDecidesAndNotTheName() throws Exception {
        var file = files.docx();

        assertThat(new FileText(file, "delivery.txt", 10_000).read().mediaType())
                .endsWith("wordprocessingml.document");
        assertThat(new FileText(files.text("fake.pdf", "Just text", StandardCharsets.UTF_8), "fake.pdf", 100).read())
                .isEqualTo(new Found("text/plain", "Just text\n"));
    }

    private static String read(Path file) throws Exception {
        return found(file).text();
    }

    private static Found found(Path file) throws Exception {
        return new FileText(file, file.getFileName().toString(), 100_000).read();
    }
}
