package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.parley.admin.loading.Background;
import dev.parley.admin.loading.FailureNote;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is different between two versions, line by line. */
final class DiffLines extends Div {

    private final Desk desk;
    private final String id;
    private final int from;
    private final int to;
    private final FailureNote failure = new FailureNote(this::load);
    private final Div lines = new Div();

    DiffLines(Desk desk, String id, int from, int to) {
        this.desk = desk;
        this.id = id;
        this.from = from;
        this.to = to;
        lines.addClassName("diff");
        add(failure, lines);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        load();
    }

    private void load() {
        failure.hide();
        Background.run(this, () -> desk.documents().diff(desk.api(), id, from, to), this::show, failure::show);
    }

    private void show(Optional<Diff> found) {
        lines.removeAll();
        var diff = found.orElse(new Diff(0, 0, false, List.of()));
        lines.add(new Paragraph(
                diff.lines().isEmpty()
                        ? text("knowledge.same")
                        : text("knowledge.differ", diff.added(), diff.removed())));
        Diff.Line before = null;
        for (var line : diff.lines()) {
            if (before != null && !follows(before, line)) {
                var gap = new Div("⋯");
                gap.addClassName("diff-gap");
                lines.add(gap);
            }
            lines.add(line(line));
            before = line;
        }
        if (diff.isCut()) {
            lines.add(new Paragraph(text("knowledge.cut")));
        }
    }

    /** Lines that both have tell where some are left out. */
    private static boolean follows(Diff.Line before, Diff.Line line) {
        return before.fromLine() == null || line.fromLine() == null || line.fromLine() == before.fromLine() + 1;
    }

    private static Div line(Diff.Line line) {
        var kind = new Span(
                switch (line.kind()) {
                    case ADDED -> "+";
                    case REMOVED -> "−";
                    case SAME -> "";
                });
        kind.addClassName("diff-kind");
        var words = new Span(line.text());
        var shown = new Div(kind, words);
        if (line.kind() != Diff.Kind.SAME) {
            var spoken = new Span(text(line.kind()));
            spoken.addClassName("unseen");
            shown.addComponentAsFirst(spoken);
        }
        shown.addClassNames("diff-line", "diff-" + line.kind().name().toLowerCase(Locale.ROOT));
        return shown;
    }
}
