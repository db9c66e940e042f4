package dev.parley.admin.knowledge;

import dev.parley.admin.language.TextKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is different between two versions. */
record Diff(int added, int removed, boolean isCut, List<Line> lines) {

    /** A line of one version or of both. */
    record Line(Kind kind, String text, @Nullable Integer fromLine, @Nullable Integer toLine) {}

    /** Which version a line is of. */
    @TextKey("knowledge.line")
    enum Kind {
        ADDED,
        REMOVED,
        SAME
    }
}
