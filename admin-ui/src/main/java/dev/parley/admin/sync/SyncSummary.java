package dev.parley.admin.sync;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.parley.admin.language.Formats;
import dev.parley.admin.lists.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One word for how sync stands, what to do about it, and when. */
final class SyncSummary extends Div {

    private final Formats formats;
    private final Span word = new Span();
    private final Span explanation = new Span();
    private final Div line;
    private final Facts facts = new Facts();

    SyncSummary(Formats formats) {
        this.formats = formats;
        addClassName("sync-summary");
        var dot = new Span();
        dot.addClassName("standing-dot");
        word.addClassName("standing-word");
        line = new Div(dot, word, explanation);
        line.getElement().setAttribute("role", "status");
        add(line, facts);
    }

    void show(SyncStatus status) {
        var standing = status.standing();
        line.getElement()
                .setAttribute("class", "standing standing-" + standing.name().toLowerCase(Locale.ROOT));
        word.setText(text(standing));
        explanation.setText(explanation(status));
        facts.removeAll();
        facts.add(text("sync.lastSuccess"), time(status.lastSucceededAt()));
        facts.add(text("sync.nextRun"), time(status.nextRunAt()));
        facts.add(text("sync.interval"), formats.span(Duration.ofSeconds(status.intervalSeconds())));
    }

    private static String explanation(SyncStatus status) {
        return switch (status.standing()) {
            case OBSTRUCTED -> text(status.obstacle());
            case STALE ->
                status.error()
                        .map(code -> SyncRun.words(code) + ". " + SyncRun.advice(code))
                        .orElse(text(status.lastSucceededAt() == null ? "sync.never" : "sync.late"));
            case RUNNING -> status.stale() ? text("sync.standing.STALE") : "";
            case FRESH -> text("sync.fresh");
        };
    }

    private String time(@Nullable Instant instant) {
        return instant == null ? "—" : formats.distance(instant) + ", " + formats.shortTime(instant);
    }
}
