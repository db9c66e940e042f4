package dev.parley.admin.lists;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.stream.Stream;

/** The heading of a detail, and the way out of it. */
public final class DetailHeader extends Div {

    private final H2 title = new H2();
    private final Div line = new Div();
    private final Div tools = new Div();

    public DetailHeader(Runnable close) {
        addClassName("detail-header");
        line.addClassName("detail-line");
        tools.addClassName("detail-tools");
        var titles = new Div(title, line);
        titles.addClassName("detail-titles");
        var button = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> close.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(text("action.close"));
        button.setTooltipText(text("action.close"));
        add(titles, tools, button);
    }

    public void title(String text) {
        title.setText(text);
    }

    /** The title is that of the whole page. */
    void first() {
        title.getElement().setAttribute("aria-level", "1");
    }

    String title() {
        return title.getText();
    }

    /** Facts on one line; empty ones are left out. */
    public void line(String... facts) {
        line.removeAll();
        Stream.of(facts).filter(fact -> !fact.isEmpty()).map(Span::new).forEach(line::add);
    }

    public void tools(Component... components) {
        tools.removeAll();
        tools.add(components);
    }
}
