package dev.parley.admin.shell;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import dev.parley.admin.loading.EmptyState;
import jakarta.servlet.http.HttpServletResponse;

/** For addresses that lead nowhere, and for those of other people's clients: the two look the same. */
public class NotFoundView extends Main implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    public NotFoundView() {
        addClassName("alone");
        add(
                EmptyState.page(VaadinIcon.SEARCH, text("notFound"), text("notFound.explanation")),
                new Anchor("", text("notFound.home")));
    }

    @Override
    public String getPageTitle() {
        return text("notFound") + " · Parley";
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
