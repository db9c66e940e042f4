package dev.parley.admin.lists;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;

/** Names and values, in two columns. */
public final class Facts extends DescriptionList {

    public Facts() {
        addClassName("facts");
    }

    /** Leaves out what has no value. */
    public void add(String name, String value) {
        if (value.isBlank()) {
            return;
        }
        var pair = new Div(new Term(name), new Description(value));
        getElement().appendChild(pair.getElement());
    }
}
