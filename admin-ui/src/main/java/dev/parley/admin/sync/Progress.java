package dev.parley.admin.sync;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.parley.admin.language.Formats;

/** How far a run is. Nobody knows how much there is before the last page, so the bar promises nothing; the counts tell. */
final class Progress extends Div {

    private final Formats formats;
    private final Span counts = new Span();

    Progress(Formats formats) {
        this.formats = formats;
        addClassName("progress");
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", text("sync.standing.RUNNING"));
        add(bar, counts);
    }

    void show(SyncRun run) {
        counts.setText(text(
                "sync.progress",
                formats.number(run.listed()),
                formats.number(run.fetched()),
                formats.number(run.changed())));
    }
}
