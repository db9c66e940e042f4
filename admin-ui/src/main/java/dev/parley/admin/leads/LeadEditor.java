package dev.parley.admin.leads;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields people may write. What others change meanwhile arrives in the fields that were not touched; in touched ones the
 * writer's text stays, and below it stands what the others wrote.
 */
final class LeadEditor extends Div {

    private static final int LONGEST_NOTES = 10_000;

    private final Saving saving;
    private final Map<LeadField, TextFieldBase<?, String>> fields = new EnumMap<>(LeadField.class);
    private final Button save = new Button(text("action.save"), click -> save());
    private final Button discard = new Button(text("action.discard"), click -> discard());
    private final Span note = new Span();
    private final Div actions = new Div(save, discard, note);
    private @Nullable Lead lead;

    LeadEditor(Saving saving) {
        this.saving = saving;
        addClassName("editor");
        for (var field : LeadField.values()) {
            var input = input(field);
            input.setLabel(field.label());
            input.setValueChangeMode(ValueChangeMode.LAZY);
            input.addClassName("editor-" + field.key());
            input.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    input.setInvalid(false);
                    showActions();
                }
            });
            fields.put(field, input);
            add(input);
        }
        save.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
        save.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this);
        discard.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        note.addClassName("editor-note");
        actions.addClassName("editor-actions");
        actions.setVisible(false);
        add(actions);
    }

    void show(Lead newest) {
        for (var field : LeadField.values()) {
            var input = fields.get(field);
            var now = field.of(newest);
            if (lead == null || !touched(field)) {
                input.setValue(now);
                input.setHelperText(null);
            } else if (!now.equals(field.of(lead)) && !now.equals(input.getValue())) {
                input.setHelperText(text("leads.changedTo", now.isEmpty() ? "—" : now));
            }
        }
        lead = newest;
        showActions();
    }

    private static TextFieldBase<?, String> input(LeadField field) {
        if (field != LeadField.NOTES) {
            return new TextField();
        }
        var notes = new TextArea();
        notes.setMaxLength(LONGEST_NOTES);
        notes.setMinRows(2);
        return notes;
    }

    private boolean touched(LeadField field) {
        return lead != null && !fields.get(field).getValue().strip().equals(field.of(lead));
    }

    private void showActions() {
        boolean any = fields.keySet().stream().anyMatch(this::touched);
        actions.setVisible(any);
        if (!any) {
            note.setText("");
        }
    }

    private void save() {
        var changes = new HashMap<String, String>();
        fields.forEach((field, input) -> {
            if (touched(field)) {
                changes.put(field.key(), input.getValue().strip());
            }
        });
        if (lead == null || changes.isEmpty()) {
            return;
        }
        save.setEnabled(false);
        saving.send(lead, changes, this::answered, () -> save.setEnabled(true));
    }

    private void answered(List<LeadProblem> problems) {
        save.setEnabled(true);
        note.setText("");
        if (problems.isEmpty()) {
            // What was written is now what stands there, in the server's spelling once it is loaded again.
            lead = null;
        }
        for (var problem : problems) {
            switch (problem.code()) {
                case CONFLICT -> note.setText(text("leads.conflict"));
                case NOT_FOUND -> note.setText(text("notFound"));
                case INVALID_CHARACTERS -> invalid(problem, "characters");
                case INVALID_EMAIL, INVALID_PHONE, TOO_LONG -> invalid(problem, problem.field());
            }
        }
    }

    private void invalid(LeadProblem problem, String why) {
        for (var field : LeadField.values()) {
            if (field.key().equals(problem.field())) {
                fields.get(field).setErrorMessage(text("leads.invalid." + why));
                fields.get(field).setInvalid(true);
            }
        }
    }

    private void discard() {
        var current = lead;
        if (current != null) {
            lead = null;
            fields.values().forEach(input -> input.setInvalid(false));
            show(current);
        }
    }
}
