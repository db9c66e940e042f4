package dev.parley.admin.live;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** Says whether the page shows the present. */
public final class LiveMark extends Span {

    private final Span label = new Span();

    public LiveMark() {
        var dot = new Span();
        dot.addClassName("live-dot");
        label.addClassName("live-label");
        add(dot, label);
        getElement().setAttribute("role", "status");
        show(FeedState.CONNECTING);
    }

    public void show(FeedState state) {
        var name = state.name().toLowerCase(Locale.ROOT);
        getElement().setAttribute("class", "live live-" + name);
        label.setText(text("live." + name));
        getElement().setAttribute("title", text("live." + name + ".explanation"));
    }
}
