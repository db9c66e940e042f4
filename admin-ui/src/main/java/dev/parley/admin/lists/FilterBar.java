package dev.parley.admin.lists;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** What to look for, and the choices beside it; below it, side by side, where room is short. */
public abstract class FilterBar extends Div {

    protected final void offer(SearchField search, Component... choices) {
        var filters = new Div(choices);
        filters.addClassName("filters");
        addClassName("filter-bar");
        add(search, filters);
    }
}
