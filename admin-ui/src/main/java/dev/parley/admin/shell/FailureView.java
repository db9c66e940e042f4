package dev.parley.admin.shell;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import dev.parley.admin.graphql.ApiException;
import dev.parley.admin.loading.FailureNote;
import jakarta.servlet.http.HttpServletResponse;

/** For pages that cannot begin because the API does not answer. */
public class FailureView extends Div implements HasErrorParameter<ApiException>, HasDynamicTitle {

    private final FailureNote note =
            new FailureNote(() -> getUI().ifPresent(ui -> ui.getPage().reload()));

    public FailureView() {
        addClassName("alone");
        add(note);
    }

    @Override
    public String getPageTitle() {
        return text("failure.title") + " · Parley";
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<ApiException> parameter) {
        note.show(parameter.getException());
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
}
