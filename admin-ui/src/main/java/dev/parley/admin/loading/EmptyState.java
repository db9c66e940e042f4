package dev.parley.admin.loading;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** What stands where nothing is yet. */
public final class EmptyState extends Div {

    public EmptyState(VaadinIcon icon, String title, String explanation) {
        addClassName("empty");
        var heading = new Span(title);
        heading.addClassName("empty-title");
        add(icon.create(), heading, new Paragraph(explanation));
    }

    public static EmptyState nothingFits() {
        return new EmptyState(VaadinIcon.FILTER, text("list.nothingFits"), text("list.nothingFits.explanation"));
    }

    public static EmptyState notFound() {
        return new EmptyState(VaadinIcon.SEARCH, text("notFound"), text("notFound.explanation"));
    }
}
