package dev.parley.admin.tokens;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.admin.clients.Role;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.loading.Background;
import dev.parley.admin.loading.FailureNote;
import dev.parley.admin.settings.Secret;
import java.util.List;
import java.util.stream.Stream;

/** Asks what a token is to be; then shows it, once. */
final class CreateDialog extends Dialog {

    private static final List<Integer> DAYS = List.of(7, 30, 90, 180, 365);
    private static final int USUAL_DAYS = 90;
    private static final int LONGEST_NAME = 100;

    private final Workplace workplace;
    private final Tokens tokens;
    private final Runnable created;
    private final TextField name = new TextField(text("tokens.name"));
    private final Select<Role> role = new Select<>();
    private final Select<Integer> days = new Select<>();
    private final FailureNote failure = new FailureNote(this::create);
    private final Button create = new Button(text("action.create"), click -> create());

    CreateDialog(Workplace workplace, Tokens tokens, Runnable created) {
        this.workplace = workplace;
        this.tokens = tokens;
        this.created = created;
        addClassName("token-dialog");
        setHeaderTitle(text("tokens.create"));
        setWidth("min(40rem, 100vw)");
        name.setMaxLength(LONGEST_NAME);
        name.setPlaceholder(text("tokens.name.example"));
        name.setWidthFull();
        name.setAutofocus(true);
        name.addValueChangeListener(event -> name.setInvalid(false));
        role.setLabel(text("tokens.role"));
        role.setItems(Stream.of(Role.values())
                .filter(workplace.client().role()::includes)
                .toList());
        role.setItemLabelGenerator(item -> text(item));
        role.addValueChangeListener(event -> role.setHelperText(event.getValue().explanation()));
        role.setValue(Role.VIEWER);
        role.setWidthFull();
        days.setLabel(text("tokens.expires"));
        days.setItems(DAYS);
        days.setItemLabelGenerator(count -> text("tokens.days", count));
        days.setValue(USUAL_DAYS);
        days.setWidthFull();
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.setDisableOnClick(true);
        var form = new Div(failure, name, role, days);
        form.addClassName("token-form");
        add(form);
        getFooter().add(new Button(text("action.cancel"), click -> close()), create);
    }

    private void create() {
        failure.hide();
        var wanted = new TokenRequest(name.getValue().strip(), role.getValue(), days.getValue());
        if (wanted.name().isEmpty()) {
            complain();
            return;
        }
        Background.run(this, () -> tokens.create(workplace.api(), wanted), this::answered, refusal -> {
            failure.show(refusal);
            create.setEnabled(true);
        });
    }

    private void answered(Tokens.Created answer) {
        if (answer.secret() == null) {
            complain();
        } else {
            show(answer.secret());
            created.run();
        }
    }

    /** The rest can only be chosen among what is good. */
    private void complain() {
        name.setErrorMessage(text("tokens.name.invalid"));
        name.setInvalid(true);
        create.setEnabled(true);
    }

    private void show(Secret secret) {
        setHeaderTitle(text("tokens.made"));
        // Only the button ends it: what is closed by mistake cannot be seen again.
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        removeAll();
        add(new Paragraph(text("tokens.once")), new OneTimeSecret(secret), new Paragraph(text("tokens.usage")));
        var done = new Button(text("action.done"), click -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().removeAll();
        getFooter().add(done);
    }
}
