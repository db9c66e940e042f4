package dev.parley.admin.loading;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** What stands where nothing is yet. */
public final class EmptyState extends Div {

    public EmptyState(VaadinIcon icon, String title, String explanation) {
        this(icon, new Span(title), explanation);
    }

    private EmptyState(VaadinIcon icon, HtmlContainer heading, String explanation) {
        addClassName("empty");
        heading.addClassName("empty-title");
        add(icon.create(), heading, new Paragraph(explanation));
    }

    public static EmptyState nothingFits() {
        return new EmptyState(VaadinIcon.FILTER, text("list.nothingFits"), text("list.nothingFits.explanation"));
    }

    /** For pages that have nothing else. */
    public static EmptyState page(VaadinIcon icon, String title, String explanation) {
        return new EmptyState(icon, new H1(title), explanation);
    }
}
