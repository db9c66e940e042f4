package dev.parley.admin.live;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.html.Span;
import dev.parley.admin.language.Texts;
import java.util.Locale;

/** Says whether the page shows the present: as the panel knows it, and, before that, whether this browser reaches the panel. */
public final class LiveMark extends Span {

    private final Span label = new Span();
    private final Span offline = new Span(text("live.offline"));

    public LiveMark() {
        var dot = new Span();
        dot.addClassName("live-dot");
        label.addClassName("live-label");
        offline.addClassName("offline-label");
        offline.setTitle(text("live.offline.explanation"));
        add(dot, label, offline);
        getElement().setAttribute("role", "status");
        show(FeedState.CONNECTING);
    }

    public void show(FeedState state) {
        var name = state.name().toLowerCase(Locale.ROOT);
        getElement().setAttribute("class", "live live-" + name);
        label.setText(text(state));
        label.setTitle(text(Texts.key(state) + ".explanation"));
    }
}
