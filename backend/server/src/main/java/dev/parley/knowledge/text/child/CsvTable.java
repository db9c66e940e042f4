package dev.parley.knowledge.text.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Comma-separated values, whatever the comma is. */
final class CsvTable {

    private static final char[] DELIMITERS = {';', '\t', ',', '|'};
    private static final int LOOKED_AT = 8_192;

    private final BufferedReader reader;

    CsvTable(Reader reader) {
        this.reader = new BufferedReader(reader, LOOKED_AT);
    }

    void writeTo(MarkdownText output) throws IOException {
        var table = new Table(output);
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter())
                .setIgnoreEmptyLines(true)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        try (var parser = CSVParser.parse(reader, format)) {
            for (var row : parser) {
                table.row(StreamSupport.stream(row.spliterator(), false)
                        .map(Characters::oneLine)
                        .toList());
            }
        }
        table.end();
    }

    /** The one that stands most often in the first line. */
    private char delimiter() throws IOException {
        reader.mark(LOOKED_AT);
        var start = new char[LOOKED_AT];
        int read = Math.max(0, reader.read(start, 0, LOOKED_AT));
        reader.reset();
        var line = new String(start, 0, read).lines().findFirst().orElse("");
        char best = ',';
        long most = 0;
        for (char candidate : DELIMITERS) {
            long count = line.chars().filter(found -> found == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
