package dev.parley.knowledge.text.child;

import dev.parley.knowledge.text.TextFailure;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.detect.AutoDetectReader;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** One file: of what kind it is, and its text. */
final class FileText {

    /** What a file is called that is, or once was, an office document or a book. */
    private static final Set<String> CONTAINERS = Set.of("docx", "xlsx", "pptx", "epub");

    private final Path file;
    private final String name;
    private final int mostCharacters;
    private final AutoDetectParser parser = new AutoDetectParser();
    private final Metadata metadata = new Metadata();

    FileText(Path file, String name, int mostCharacters) {
        this.file = file;
        this.name = name;
        this.mostCharacters = mostCharacters;
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    }

    /** @throws NoTextException when there is none */
    Found read() throws IOException, TikaException, SAXException {
        var kind = kind();
        var text =
                switch (kind) {
                    case TEXT, MARKDOWN -> plain();
                    case CSV -> table();
                    default -> parsed(kind);
                };
        if (text.isBlank()) {
            throw new NoTextException(Pictures.isAllOf(file, kind) ? TextFailure.ONLY_IMAGES : TextFailure.EMPTY);
        }
        return new Found(kind.mediaType(), text.strip() + "\n");
    }

    private FileKind kind() throws IOException {
        try (var input = TikaInputStream.get(file)) {
            var detected = parser.getDetector().detect(input, metadata);
            return FileKind.of(detected).orElseThrow(() -> new NoTextException(unknown(detected)));
        }
    }

    /** A container without the parts that would tell what it is. */
    private TextFailure unknown(MediaType detected) {
        boolean isContainer =
                detected.getSubtype().equals("zip") || detected.getSubtype().startsWith("x-tika-");
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return isContainer && CONTAINERS.contains(extension) ? TextFailure.DAMAGED : TextFailure.NOT_A_DOCUMENT;
    }

    private String plain() throws IOException, TikaException {
        try (var reader = reader()) {
            var text = new StringBuilder();
            var buffer = new char[8_192];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                text.append(buffer, 0, read);
                if (text.length() > mostCharacters) {
                    throw new NoTextException(TextFailure.TOO_LARGE);
                }
            }
            return Characters.clean(text.toString());
        }
    }

    private String table() throws IOException, TikaException {
        try (var reader = reader()) {
            var output = new MarkdownText(mostCharacters);
            new CsvTable(reader).writeTo(output);
            return output.toString();
        }
    }

    private Reader reader() throws IOException, TikaException {
        return new AutoDetectReader(TikaInputStream.get(file), metadata);
    }

    private String parsed(FileKind kind) throws IOException, TikaException, SAXException {
        var output = new MarkdownText(mostCharacters);
        try (var input = TikaInputStream.get(file)) {
            parser.parse(input, new MarkdownHandler(output, kind), metadata, context());
        }
        return output.toString();
    }

    private static ParseContext context() {
        var context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE); // the handler decides what is not read
        context.set(Locale.class, Locale.ENGLISH); // of numbers in sheets
        var office = new OfficeParserConfig();
        office.setUseSAXDocxExtractor(true); // takes less memory, and can leave headers out
        office.setUseSAXPptxExtractor(false);
        office.setIncludeHeadersAndFooters(false);
        office.setIncludeDeletedContent(false);
        office.setIncludeMoveFromContent(false);
        office.setIncludeShapeBasedContent(true);
        context.set(OfficeParserConfig.class, office);
        var pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setSortByPosition(false);
        pdf.setExtractBookmarksText(false);
        pdf.setExtractAnnotationText(false);
        context.set(PDFParserConfig.class, pdf);
        return context;
    }

    /** Files inside files are left alone: they are documents of their own. */
    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {

        @Override
        public boolean shouldParseEmbedded(Metadata embedded) {
            return false;
        }

        @Override
        public void parseEmbedded(
                java.io.InputStream stream, ContentHandler handler, Metadata embedded, boolean outputHtml) {
            throw new UnsupportedOperationException();
        }
    }
}
