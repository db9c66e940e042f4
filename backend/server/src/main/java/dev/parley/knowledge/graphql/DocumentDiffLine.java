package dev.parley.knowledge.graphql;

import dev.parley.knowledge.LineDiff;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** A line of a diff. */
@Type("DocumentDiffLine")
@Description("A line of one version or of both.")
public record DocumentDiffLine(LineDiff.Line line) {

    @Description("Which version it is of.")
    public LineDiff.Kind getKind() {
        return line.kind();
    }

    @Description("What it says.")
    public String getText() {
        return line.text();
    }

    @Description("Its number in the version that was begun with, from 1; null when it was added.")
    public @Nullable Integer getFromLine() {
        return line.fromLine();
    }

    @Description("Its number in the version that was ended with, from 1; null when it was removed.")
    public @Nullable Integer getToLine() {
        return line.toLine();
    }
}
