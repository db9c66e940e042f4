package dev.parley.knowledge.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files that want too much, or are not what they say. */
public final class HostileFiles {

    private static final String DOCUMENT = "word/document.xml";
    private static final String WORD = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

    private final Path folder;
    private final SampleFiles files;

    public HostileFiles(Path folder) {
        this.folder = folder;
        files = new SampleFiles(folder);
    }

    /** A gigabyte of spaces in one paragraph. */
    Path gigabyteInAZip() throws IOException {
        return files.with(files.docx(), "spaces.docx", DOCUMENT, output -> {
            write(output, "<w:document " + WORD + "><w:body><w:p><w:r><w:t xml:space='preserve'>");
            repeat(output, " ", 1 << 30);
            write(output, "</w:t></w:r></w:p></w:body></w:document>");
        });
    }

    /** Not on the disk: a hole of that size. */
    Path gigabyteOfNothing() throws IOException {
        var file = folder.resolve("hole.txt");
        try (var hole = new RandomAccessFile(file.toFile(), "rw")) {
            hole.setLength(1 << 30);
        }
        return file;
    }

    Path manyEntries() throws IOException {
        return files.zip(
                "many.docx", IntStream.range(0, 10_001).boxed().collect(Collectors.toMap(i -> "part" + i, i -> "")));
    }

    public Path entities() throws IOException {
        return files.with(files.docx(), "entities.docx", DOCUMENT, output -> {
            write(output, "<?xml version='1.0'?><!DOCTYPE w [<!ENTITY a0 '" + "x".repeat(100) + "'>");
            for (int i = 1; i < 10; i++) {
                write(output, "<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
            }
            write(
                    output,
                    "]><w:document " + WORD + "><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>");
        });
    }

    /** Word lets tables stand in cells. */
    public Path tablesInTables() throws IOException {
        return files.with(files.docx(), "tables.docx", DOCUMENT, output -> {
            write(output, "<w:document " + WORD + "><w:body>");
            repeat(output, "<w:tbl><w:tr><w:tc>", 19 * 20_000);
            repeat(output, "</w:tc></w:tr></w:tbl>", 22 * 20_000);
            write(output, "</w:body></w:document>");
        });
    }

    /** A page whose content unpacks to so many bytes, a thousand times what the file has. */
    Path pageOf(long bytes) throws IOException {
        var content = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(content, new Deflater(1))) {
            repeat(packed, "BT /F1 9 Tf (text) Tj ET ", bytes);
        }
        var pdf = new ByteArrayOutputStream();
        write(
                pdf,
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font"
                        + "/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Filter/FlateDecode/Length "
                        + content.size() + ">>stream\n");
        pdf.write(content.toByteArray());
        write(pdf, "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
        return Files.write(folder.resolve("page.pdf"), pdf.toByteArray());
    }

    /** Pages whose parents are their children, and a form that draws itself. */
    public Path loop() throws IOException {
        var drawn = "/X0 Do";
        return files.text(
                "loop.pdf",
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9>>"
                        + "endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources"
                        + "<</XObject<</X0 5 0 R>>>>>>endobj\n4 0 obj<</Length " + drawn.length() + ">>stream\n" + drawn
                        + "\nendstream endobj\n5 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject"
                        + "<</X0 5 0 R>>>>/Length " + drawn.length() + ">>stream\n" + drawn
                        + "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
                StandardCharsets.US_ASCII);
    }

    public Path lockedPdf() throws IOException {
        var file = folder.resolve("locked.pdf");
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var lock = new StandardProtectionPolicy("owner", "user", new AccessPermission());
            lock.setEncryptionKeyLength(256);
            document.protect(lock);
            document.save(file.toFile());
        }
        return file;
    }

    public Path lockedWord() throws Exception {
        var file = folder.resolve("locked.docx");
        try (var system = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var output = encryptor.getDataStream(system)) {
                Files.copy(files.docx(), output);
            }
            try (var output = Files.newOutputStream(file)) {
                system.writeFilesystem(output);
            }
        }
        return file;
    }

    /** A page that is a picture. */
    public Path scan() throws IOException {
        var file = folder.resolve("scan.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var picture = new java.awt.image.BufferedImage(20, 20, java.awt.image.BufferedImage.TYPE_INT_RGB);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, 600, 800);
            }
            document.save(file.toFile());
        }
        return file;
    }

    public Path emptyPdf() throws IOException {
        var file = folder.resolve("empty.pdf");
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(file.toFile());
        }
        return file;
    }

    public Path pictureCalledWord() throws IOException {
        var file = folder.resolve("picture.docx");
        var picture = new java.awt.image.BufferedImage(20, 20, java.awt.image.BufferedImage.TYPE_INT_RGB);
        javax.imageio.ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    public Path archiveCalledWord() throws IOException {
        var file = folder.resolve("archive.docx");
        try (var output = new GZIPOutputStream(Files.newOutputStream(file))) {
            repeat(output, "x", 1 << 20);
        }
        return file;
    }

    Path truncatedWord() throws IOException {
        var whole = Files.readAllBytes(files.docx());
        return Files.write(folder.resolve("truncated.docx"), Arrays.copyOf(whole, whole.length / 2));
    }

    public Path wordWithoutADocument() throws IOException {
        return files.zip("hollow.docx", java.util.Map.of("hello.txt", "hello"));
    }

    private static void repeat(OutputStream output, String text, long bytes) throws IOException {
        var block = text.repeat(Math.max(1, (1 << 16) / text.length())).getBytes(StandardCharsets.US_ASCII);
        for (long written = 0; written < bytes; written += block.length) {
            output.write(block, 0, (int) Math.min(block.length, bytes - written));
        }
    }

    private static void write(OutputStream output, String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
