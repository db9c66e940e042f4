package dev.parley.knowledge.text.child;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table on its way to Markdown. Its first rows are held back to see how wide it is: lines of one cell above the head row
 * are paragraphs, and a table of one column is none at all.
 */
final class Table {

    private static final int LOOKED_AT = 200;

    private final MarkdownText output;
    private final List<List<String>> held = new ArrayList<>();
    private final StringBuilder written = new StringBuilder();
    private int width;

    Table(MarkdownText output) {
        this.output = output;
    }

    /** @param cells text of the cells, on one line each */
    void row(List<String> cells) {
        var row = withoutEmptyEnd(cells);
        if (row.isEmpty()) {
            return;
        }
        if (width > 0) {
            write(row);
        } else {
            held.add(row);
            if (held.size() == LOOKED_AT) {
                begin();
            }
        }
    }

    void end() {
        if (width == 0 && !held.isEmpty()) {
            begin();
        }
        output.block(written.toString().stripTrailing());
        written.setLength(0);
    }

    private void begin() {
        width = held.stream().mapToInt(List::size).max().orElse(1);
        int head = 0;
        while (head < held.size() && filled(held.get(head)) < 2) {
            head++;
        }
        boolean isTable = head < held.size();
        held.subList(0, head).forEach(row -> output.block(String.join(" ", row).strip()));
        if (isTable) {
            write(held.get(head));
            written.append("|").append(" --- |".repeat(width)).append('\n');
            held.subList(head + 1, held.size()).forEach(this::write);
        }
        held.clear();
    }

    private void write(List<String> row) {
        if (width == 1) {
            output.block(row.getFirst());
            return;
        }
        var cells = new ArrayList<>(row.subList(0, Math.min(row.size(), width)));
        if (row.size() > width) {
            cells.set(width - 1, String.join(" ", row.subList(width - 1, row.size())));
        }
        cells.addAll(Collections.nCopies(width - cells.size(), ""));
        written.append(
                cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n")));
        output.checkRoomFor(written.length());
    }

    private static long filled(List<String> row) {
        return row.stream().filter(cell -> !cell.isEmpty()).count();
    }

    private static List<String> withoutEmptyEnd(List<String> cells) {
        int length = cells.size();
        while (length > 0 && cells.get(length - 1).isEmpty()) {
            length--;
        }
        return cells.subList(0, length);
    }
}
