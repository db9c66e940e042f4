package dev.parley.admin.lists;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import dev.parley.admin.language.Texts;
import java.text.NumberFormat;

/** A list with its heading and filters; beside it, or above it where room is short, one of its things. */
public final class ListPage<T> extends MasterDetailLayout {

    private final Div master = new Div();
    private final Span count = new Span();
    private final Span silent = new Span();

    public ListPage(String title, Component filters, LiveGrid<T> grid) {
        addClassName("list-page");
        grid.grid().getElement().setProperty("accessibleName", title);
        setSizeFull();
        setMasterSize("min(30rem, 100vw)", true);
        setDetailSize("38rem");
        setExpandMaster(true);
        setOverlaySize("min(42rem, 100%)");
        setAnimationEnabled(false);
        count.addClassName("count");
        silent.setText(text("list.silent"));
        silent.setTitle(text("list.silent.explanation"));
        silent.addClassName("silent");
        silent.getElement().setAttribute("role", "status");
        silent.setVisible(false);
        var heading = new Div(new H1(title), count, silent);
        heading.addClassName("heading");
        var bar = new Div(heading, filters);
        bar.addClassName("list-bar");
        master.add(bar, grid);
        master.addClassName("master");
        setMaster(master);
        grid.onCounted((rows, exact) ->
                count.setText(NumberFormat.getIntegerInstance(Texts.locale()).format(rows) + (exact ? "" : "+")));
    }

    /** Puts something between the heading and the rows. */
    public void above(Component component) {
        master.addComponentAtIndex(1, component);
    }

    /** Says so when the rows do not follow what happens. */
    void follows(boolean now) {
        silent.setVisible(!now);
    }

    /** Says what the detail is about, where it lies over the list. */
    void nameDetail(String name) {
        getElement().executeJs("this.$.detail.setAttribute('aria-label', $0)", name);
    }

    public void onClose(Runnable action) {
        addBackdropClickListener(event -> action.run());
        getElement().addEventListener("parley-close", event -> action.run());
    }
}
