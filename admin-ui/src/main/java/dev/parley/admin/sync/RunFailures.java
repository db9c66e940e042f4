package dev.parley.admin.sync;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.parley.admin.language.Formats;

/** The conversations that failed in a run: which, why, and when they are asked for again. */
final class RunFailures extends Div {

    private final Formats formats;

    RunFailures(SyncRun run, Formats formats) {
        this.formats = formats;
        addClassName("run-failures");
        var list = new UnorderedList();
        run.failures().forEach(failure -> list.add(item(failure)));
        add(new H3(text("sync.failures")), list);
    }

    private ListItem item(SyncRun.Failure failure) {
        var id = new Span(failure.elevenlabsConversationId());
        id.addClassName("run-failure-id");
        var next = failure.nextAttemptAt();
        var rest = new Span(
                next == null
                        ? text("sync.failures.done", failure.attempts())
                        : text("sync.failures.waiting", failure.attempts(), formats.shortTime(next)));
        rest.addClassName("quiet");
        return new ListItem(new Span(failure.words()), id, rest);
    }
}
