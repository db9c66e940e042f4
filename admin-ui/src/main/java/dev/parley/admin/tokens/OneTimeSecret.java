package dev.parley.admin.tokens;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.admin.settings.Secret;

/** A secret to be copied. */
final class OneTimeSecret extends Composite<Div> {

    OneTimeSecret(Secret secret) {
        var field = new TextField();
        field.setValue(secret.value());
        field.setReadOnly(true);
        field.setAriaLabel(text("tokens.made"));
        field.setAutoselect(true);
        var copy = new Button(text("action.copy"), VaadinIcon.COPY_O.create());
        // Browsers let a page write to the clipboard only while it handles the click itself.
        copy.addAttachListener(attached -> copy.getElement()
                .executeJs("window.parley.copies(this, $0, $1)", field.getElement(), text("action.copied")));
        getContent().addClassName("secret");
        getContent().add(field, copy);
    }
}
