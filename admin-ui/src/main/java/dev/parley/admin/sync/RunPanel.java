package dev.parley.admin.sync;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.language.Formats;
import dev.parley.admin.lists.Detail;
import dev.parley.admin.lists.Facts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run in full: what it found, what failed in it, and why it did not work if it did not. */
final class RunPanel extends Detail<SyncRun> {

    private final Workplace workplace;
    private final Syncs syncs;
    private final Formats formats;
    private final Progress progress;

    RunPanel(Workplace workplace, Syncs syncs, Formats formats, String id, Runnable close) {
        super(id, close);
        this.workplace = workplace;
        this.syncs = syncs;
        this.formats = formats;
        progress = new Progress(formats);
    }

    @Override
    protected Optional<SyncRun> find(String id) {
        return syncs.find(workplace.api(), id);
    }

    @Override
    protected void show(SyncRun run, @Nullable SyncRun before) {
        if (run.equals(before)) {
            return;
        }
        header().title(text("sync.run", formats.shortTime(run.startedAt())));
        header().line(text(run.reason()), run.duration(formats));
        header().tools(run.status().tag());
        content().removeAll();
        if (run.errorCode() != null) {
            content().add(problem(run.errorCode()));
        } else if (run.status() == RunStatus.INTERRUPTED) {
            content().add(note(text("sync.interrupted"), ""));
        }
        if (run.running()) {
            progress.show(run);
            content().add(progress);
        }
        content().add(counts(run), times(run));
        if (!run.failures().isEmpty()) {
            content().add(new RunFailures(run, formats));
        }
    }

    private static Div problem(String errorCode) {
        return note(SyncRun.words(errorCode), SyncRun.advice(errorCode));
    }

    private static Div note(String words, String advice) {
        var title = new Span(words);
        title.addClassName("run-problem-title");
        var note = new Div(title, new Paragraph(advice));
        note.addClassName("run-problem");
        return note;
    }

    private Facts counts(SyncRun run) {
        var facts = new Facts();
        facts.add(text("sync.listed.long"), formats.number(run.listed()));
        facts.add(text("sync.fetched.long"), formats.number(run.fetched()));
        facts.add(text("sync.changed.long"), formats.number(run.changed()));
        facts.add(text("sync.failed.long"), formats.number(run.failed()));
        return facts;
    }

    private Facts times(SyncRun run) {
        var facts = new Facts();
        facts.add(text("sync.started"), formats.fullTime(run.startedAt()));
        if (run.finishedAt() != null) {
            facts.add(text("sync.finished"), formats.fullTime(run.finishedAt()));
        }
        if (run.errorCode() != null) {
            facts.add(text("sync.errorCode"), run.errorCode());
        }
        return facts;
    }
}
