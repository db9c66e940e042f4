package dev.parley.knowledge.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Files of the kinds that people upload, made by the libraries that also read them, and by hand. */
public final class SampleFiles {

    private final Path folder;

    public SampleFiles(Path folder) {
        this.folder = folder;
    }

    /** Headings, paragraphs, a list and a table. */
    public Path docx() throws IOException {
        var file = folder.resolve("delivery.docx");
        try (var document = new XWPFDocument();
                var output = Files.newOutputStream(file)) {
            headingStyles(document);
            paragraph(document, "1", "Доставка и оплата");
            paragraph(document, null, "Мы доставляем заказы по городу.");
            paragraph(document, "2", "Сроки");
            paragraph(document, null, "Заказ до 12:00 приедет сегодня.");
            var table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Услуга");
            table.getRow(0).getCell(1).setText("Цена");
            table.getRow(1).getCell(0).setText("Имплант");
            table.getRow(1).getCell(1).setText("30 000");
            document.createHeader(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("КОЛОНТИТУЛ");
            document.write(output);
        }
        return file;
    }

    public Path xlsx() throws IOException {
        var file = folder.resolve("prices.xlsx");
        try (var book = new XSSFWorkbook();
                var output = Files.newOutputStream(file)) {
            var sheet = book.createSheet("Прайс");
            sheet.createRow(0).createCell(0).setCellValue("Цены на 2026 год");
            var head = sheet.createRow(1);
            head.createCell(0).setCellValue("Услуга");
            head.createCell(1).setCellValue("Цена, руб.");
            for (int i = 2; i < 5; i++) {
                var row = sheet.createRow(i);
                row.createCell(0).setCellValue("Услуга " + i);
                row.createCell(1).setCellValue(1000.5 * i);
            }
            book.createSheet("Hours").createRow(0).createCell(0).setCellValue("Open from nine");
            book.write(output);
        }
        return file;
    }

    public Path pptx() throws IOException {
        var file = folder.resolve("talk.pptx");
        try (var show = new XMLSlideShow();
                var output = Files.newOutputStream(file)) {
            var master = show.getSlideMasters().getFirst();
            var slide = show.createSlide(master.getLayout(SlideLayout.TITLE_AND_CONTENT));
            slide.getPlaceholder(0).setText("Our services");
            slide.getPlaceholder(1).setText("Implants and crowns\nWhitening");
            show.write(output);
        }
        return file;
    }

    /** Two pages; a word is divided at the end of a line. */
    public Path pdf() throws IOException {
        var file = folder.resolve("leaflet.pdf");
        try (var document = new PDDocument();
                var font = PDDocument.class.getResourceAsStream(
                        "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
                var output = Files.newOutputStream(file)) {
            var type = PDType0Font.load(document, font);
            for (int number = 1; number <= 2; number++) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(type, 11);
                    content.newLineAtOffset(50, 700);
                    content.showText("Страница " + number + ". Перенос сло-");
                    content.newLineAtOffset(0, -14);
                    content.showText("ва и ёлка на странице.");
                    content.endText();
                }
            }
            document.save(output);
        }
        return file;
    }

    public Path html() throws IOException {
        return text(
                "page.html",
                "<!doctype html><html><head><meta charset=utf-8><title>Title</title><style>p{color:red}</style>"
                        + "<script>alert(1)</script></head><body><nav>Menu</nav><h1>Delivery</h1>"
                        + "<p>In town it is <b>fr</b>ee.</p><h2>Times</h2><ul><li>one</li><li>two<ol><li>deep</li></ol>"
                        + "</li></ul><table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td><table><tr><td>x</td>"
                        + "<td>y</td></tr></table></td></tr></table><div hidden>secret</div></body></html>",
                StandardCharsets.UTF_8);
    }

    public Path rtf() throws IOException {
        var text = new StringBuilder("{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0 Arial;}}\\pard ");
        for (byte one : "Доставка".getBytes(Charset.forName("windows-1251"))) {
            text.append("\\'").append("%02x".formatted(one & 255));
        }
        return text("note.rtf", text.append("\\par Plain text.\\par}").toString(), StandardCharsets.US_ASCII);
    }

    /** The spine has the second chapter first. */
    public Path epub() throws IOException {
        var parts = new LinkedHashMap<String, String>();
        parts.put("mimetype", "application/epub+zip");
        parts.put(
                "META-INF/container.xml",
                "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container' version='1.0'><rootfiles><rootfile"
                        + " full-path='OPS/p.opf' media-type='application/oebps-package+xml'/></rootfiles></container>");
        parts.put(
                "OPS/p.opf",
                "<package xmlns='http://www.idpf.org/2007/opf' version='3.0' unique-identifier='i'><metadata"
                        + " xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Книга</dc:title><dc:identifier id='i'>x"
                        + "</dc:identifier><dc:language>ru</dc:language></metadata><manifest><item id='c1' href='c1.xhtml'"
                        + " media-type='application/xhtml+xml'/><item id='c2' href='c2.xhtml'"
                        + " media-type='application/xhtml+xml'/></manifest><spine><itemref idref='c2'/><itemref"
                        + " idref='c1'/></spine></package>");
        parts.put("OPS/c1.xhtml", chapter("h1", "Глава 1", "Текст первой."));
        parts.put("OPS/c2.xhtml", chapter("h2", "Глава 2", "Текст второй."));
        return zip("book.epub", parts);
    }

    public Path text(String name, String content, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(charset));
    }

    Path zip(String name, Map<String, String> parts) throws IOException {
        var file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    /** Writes the content of one part. */
    @FunctionalInterface
    interface Part {
        void writeTo(OutputStream output) throws IOException;
    }

    /** A copy of a container with another content of one part. */
    Path with(Path container, String name, String part, Part content) throws IOException {
        var file = folder.resolve(name);
        try (var from = new java.util.zip.ZipFile(container.toFile());
                var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(1);
            for (var all = from.entries(); all.hasMoreElements(); ) {
                var entry = all.nextElement();
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(part)) {
                    content.writeTo(zip);
                } else {
                    try (InputStream old = from.getInputStream(entry)) {
                        old.transferTo(zip);
                    }
                }
            }
        }
        return file;
    }

    private static String chapter(String heading, String title, String text) {
        return "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>t</title></head><body><%1$s>%2$s</%1$s><p>%3$s</p></body></html>"
                .formatted(heading, title, text);
    }

    private static void headingStyles(XWPFDocument document) {
        var styles = document.createStyles();
        for (int level = 1; level <= 3; level++) {
            var style = CTStyle.Factory.newInstance();
            style.setStyleId(Integer.toString(level));
            style.addNewName().setVal("heading " + level);
            style.setType(STStyleType.PARAGRAPH);
            styles.addStyle(new XWPFStyle(style));
        }
    }

    private static void paragraph(XWPFDocument document, String style, String text) {
        var paragraph = document.createParagraph();
        if (style != null) {
            paragraph.setStyle(style);
        }
        paragraph.createRun().setText(text);
    }
}
