package dev.parley.schema.sdl;

import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What of a contract its callers may stumble over in another one. */
final class Breaks {

    private Breaks() {}

    /** Each as one line, always the same for the same change. */
    static Set<String> between(String before, String after) {
        var reporter = new CapturingReporter();
        new SchemaDiff(SchemaDiff.Options.defaultOptions())
                .diffSchema(SchemaDiffSet.diffSetFromSdl(Sdl.parse(before), Sdl.parse(after)), reporter);
        return reporter.getBreakages().stream().map(Breaks::line).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String line(DiffEvent event) {
        return event.getReasonMsg().replaceAll("\\s+", " ").strip();
    }
}
