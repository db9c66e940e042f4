package dev.parley.admin.loading;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.parley.admin.graphql.ApiException;

/** Says that something could not be had, and offers to try again. Takes no room while all is well. */
public final class FailureNote extends Div {

    private final Span message = new Span();
    private final Span request = new Span();

    public FailureNote(Runnable again) {
        addClassName("failure");
        getElement().setAttribute("role", "alert");
        request.addClassName("failure-request");
        var retry = new Button(text("action.retry"), click -> again.run());
        retry.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        var icon = VaadinIcon.WARNING.create();
        add(icon, message, request, retry);
        setVisible(false);
    }

    public void show(ApiException failure) {
        message.setText(text(failure.problem()));
        var id = failure.requestId();
        request.setText(id == null ? "" : text("failure.request", id));
        setVisible(true);
    }

    public void hide() {
        setVisible(false);
    }
}
