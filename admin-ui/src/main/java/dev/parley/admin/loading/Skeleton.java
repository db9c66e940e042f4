package dev.parley.admin.loading;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Grey lines where content will be. Stays invisible for a moment, so that fast answers do not flicker. */
public final class Skeleton extends Div {

    public Skeleton(int lines) {
        addClassName("skeleton");
        getElement().setAttribute("aria-busy", "true");
        for (int i = 0; i < lines; i++) {
            add(new Span());
        }
    }
}
