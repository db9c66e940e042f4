package dev.parley.knowledge.text.child;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPage;

/** Whether a file without text has pictures instead. */
final class Pictures {

    private Pictures() {}

    static boolean isAllOf(Path file, FileKind kind) throws IOException {
        return switch (kind) {
            case PDF -> isScan(file);
            case DOCX, PPTX, XLSX, EPUB -> hasMedia(file);
            default -> false;
        };
    }

    private static boolean isScan(Path file) throws IOException {
        try (var document = Loader.loadPDF(file.toFile())) {
            for (var page : document.getPages()) {
                if (hasPicture(page)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean hasPicture(PDPage page) {
        var resources = page.getResources();
        return resources != null
                && StreamSupport.stream(resources.getXObjectNames().spliterator(), false)
                        .anyMatch(resources::isImageXObject);
    }

    private static boolean hasMedia(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return zip.stream()
                    .anyMatch(entry -> entry.getName().matches("(?i).*(/media/.+|\\.(jpe?g|png|gif|tiff?|webp))"));
        }
    }
}
