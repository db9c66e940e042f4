package dev.parley.admin.lists;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import java.util.function.Consumer;

/** Choosing which rows to see. */
public abstract class FilterBar<F> extends Div {

    private Consumer<F> chosen = filter -> {};

    /** Nothing to choose, only other things to do. */
    public static <T> FilterBar<NoFilter<T>> none(Component... tools) {
        var bar = new FilterBar<NoFilter<T>>() {
            @Override
            protected NoFilter<T> filter(QueryParameters parameters) {
                return new NoFilter<>();
            }

            @Override
            protected void show(NoFilter<T> filter) {
                // always the same
            }
        };
        bar.add(tools);
        return bar;
    }

    /** What an address asks for; what makes no sense there is left out. */
    protected abstract F filter(QueryParameters parameters);

    /** Shows what is chosen. */
    protected abstract void show(F filter);

    /** The reader has chosen. */
    protected final void choose(F filter) {
        chosen.accept(filter);
    }

    final void onChosen(Consumer<F> action) {
        chosen = action;
    }

    /** What to look for, and the choices beside it; below it, side by side, where room is short. */
    protected final void offer(SearchField search, Component... choices) {
        var filters = new Div(choices);
        filters.addClassName("filters");
        addClassName("filter-bar");
        add(search, filters);
    }
}
