package dev.parley.admin.lists;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;

/** One thing of a list, in full. */
public abstract class Detail extends Div {

    private final String thing;

    protected Detail(String thing) {
        this.thing = thing;
        addClassName("detail");
    }

    final boolean shows(String id) {
        return thing.equals(id);
    }

    protected final String thing() {
        return thing;
    }

    /** Loads it, or loads it again after a change; what is on the page stays until then. */
    public abstract void load();

    /** The address changed, perhaps to another place inside this thing. */
    public void entered(QueryParameters parameters) {}
}
