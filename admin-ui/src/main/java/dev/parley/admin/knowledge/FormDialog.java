package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.parley.admin.loading.Background;
import dev.parley.admin.loading.FailureNote;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks for something and sends it. What was typed stays until it is saved. */
abstract class FormDialog extends Dialog {

    private final FailureNote failure = new FailureNote(this::save);
    private final Paragraph problems = new Paragraph();
    private final Button save;

    /** @param action what saving is called */
    FormDialog(String title, String action) {
        setHeaderTitle(title);
        setWidth("min(44rem, 100vw)");
        setCloseOnOutsideClick(false);
        save = new Button(action, click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        problems.addClassName("form-problems");
        problems.getElement().setAttribute("role", "alert");
        getFooter().add(new Button(text("action.cancel"), click -> close()), save);
    }

    /** @return what to send, in the background; null when something is missing, which the form says */
    abstract @Nullable Supplier<DocumentChanges.Outcome> sending();

    /** It is saved. */
    abstract void saved(DocumentChanges.Outcome outcome);

    final void fields(Component... fields) {
        var form = new Div(fields);
        form.addComponentAsFirst(failure);
        form.add(problems);
        form.addClassName("document-form");
        add(form);
    }

    private void save() {
        failure.hide();
        problems.setText("");
        var sending = sending();
        if (sending == null) {
            return;
        }
        save.setEnabled(false);
        Background.run(this, sending, this::answered, refusal -> {
            save.setEnabled(true);
            failure.show(refusal);
        });
    }

    private void answered(DocumentChanges.Outcome outcome) {
        save.setEnabled(true);
        if (outcome.problems().isEmpty()) {
            close();
            saved(outcome);
        } else {
            problems.setText(DocumentProblem.messages(outcome.problems()));
        }
    }
}
