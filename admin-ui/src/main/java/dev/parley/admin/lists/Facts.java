package dev.parley.admin.lists;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;

/** Names and values, in two columns. */
public final class Facts extends DescriptionList {

    public Facts() {
        addClassName("facts");
    }

    public void add(String name, String value) {
        var pair = new Div(new Term(name), new Description(value));
        getElement().appendChild(pair.getElement());
    }
}
