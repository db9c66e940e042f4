package dev.parley.knowledge;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/** What is different between two versions, line by line. */
@ApplicationScoped
public class LineDiff {

    /** Texts that have nothing in common take a second at this length, and four times as long at twice of it. */
    private static final int MOST_LINES = 5_000;

    private static final int MOST_SHOWN = 2_000;
    private static final int AROUND = 3;

    /** Which version a line is of. */
    @Name("DocumentDiffKind")
    @Description("Which version a line is of.")
    public enum Kind {
        @Description("Of both.")
        SAME,
        @Description("Only of the version that was begun with.")
        REMOVED,
        @Description("Only of the version that was ended with.")
        ADDED
    }

    /** Line numbers are counted from 1. */
    public record Line(Kind kind, String text, @Nullable Integer fromLine, @Nullable Integer toLine) {}

    /**
     * The lines that differ, and some around them.
     *
     * @param isCut whether there are more lines than are shown
     */
    public record Result(int added, int removed, List<Line> lines, boolean isCut) {}

    private final DocumentVersions versions;

    @Inject
    public LineDiff(DocumentVersions versions) {
        this.versions = versions;
    }

    /**
     * @return empty when there are no such versions
     * @throws ParleyException LIMIT_EXCEEDED when they are too long
     */
    public Optional<Result> between(Transaction transaction, UUID documentId, int from, int to) throws SQLException {
        var before = versions.content(transaction, documentId, from);
        var after = versions.content(transaction, documentId, to);
        return before.isEmpty() || after.isEmpty()
                ? Optional.empty()
                : Optional.of(of(before.get().content(), after.get().content()));
    }

    static Result of(String before, String after) {
        var from = lines(before);
        var to = lines(after);
        var lines = new ArrayList<Line>();
        int added = 0;
        int removed = 0;
        int done = 0; // of from
        int shift = 0; // from a line's number in from to the one in to
        for (var delta : DiffUtils.diff(from, to).getDeltas()) {
            int at = delta.getSource().getPosition();
            int head = lines.isEmpty() ? done : Math.min(at, done + AROUND);
            same(lines, from, done, head, shift);
            same(lines, from, Math.max(head, at - AROUND), at, shift);
            different(lines, delta);
            done = at + delta.getSource().size();
            shift = delta.getTarget().getPosition() + delta.getTarget().size() - done;
            added += delta.getTarget().size();
            removed += delta.getSource().size();
        }
        if (added + removed > 0) {
            same(lines, from, done, Math.min(from.size(), done + AROUND), shift);
        }
        boolean cut = lines.size() > MOST_SHOWN;
        return new Result(added, removed, List.copyOf(cut ? lines.subList(0, MOST_SHOWN) : lines), cut);
    }

    private static List<String> lines(String text) {
        var lines = text.lines().toList();
        if (lines.size() > MOST_LINES) {
            throw new ParleyException(
                    ErrorCode.LIMIT_EXCEEDED, "Only versions of " + MOST_LINES + " lines at most are compared");
        }
        return lines;
    }

    private static void same(List<Line> lines, List<String> from, int start, int end, int shift) {
        for (int i = start; i < end; i++) {
            lines.add(new Line(Kind.SAME, from.get(i), i + 1, i + 1 + shift));
        }
    }

    private static void different(List<Line> lines, AbstractDelta<String> delta) {
        int from = delta.getSource().getPosition();
        for (var text : delta.getSource().getLines()) {
            from++;
            lines.add(new Line(Kind.REMOVED, text, from, null));
        }
        int to = delta.getTarget().getPosition();
        for (var text : delta.getTarget().getLines()) {
            to++;
            lines.add(new Line(Kind.ADDED, text, null, to));
        }
    }
}
