package dev.parley.admin.leads;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields people may write. What others change meanwhile arrives in the fields that were not touched; in touched ones the
 * writer's text stays, and below it stands what the others wrote. What was typed and not saved is kept in the browser's tab
 * and stands here again when the lead is opened again.
 */
final class LeadEditor extends Div {

    private static final int LONGEST_NOTES = 10_000;

    private final Saving saving;
    private final String draft;
    private final Map<LeadField, TextFieldBase<?, String>> fields = new EnumMap<>(LeadField.class);
    private final Button save = new Button(text("action.save"), click -> save());
    private final Button discard = new Button(text("action.discard"), click -> discard());
    private final Span note = new Span();
    private final Div actions = new Div(save, discard, note);
    /** What is saved, as far as this form knows. */
    private final Map<LeadField, String> saved = new EnumMap<>(LeadField.class);

    private @Nullable Lead lead;
    private boolean recalled;

    /** @param draft what the writer's text about this lead is kept under */
    LeadEditor(Saving saving, String draft) {
        this.saving = saving;
        this.draft = draft;
        addClassName("editor");
        for (var field : LeadField.values()) {
            var input = input(field);
            input.setLabel(field.label());
            input.setValueChangeMode(ValueChangeMode.LAZY);
            input.addClassName("editor-" + field.key());
            input.getElement().setAttribute("data-field", field.key());
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
        lead = newest;
        for (var field : LeadField.values()) {
            show(field, field.of(newest));
        }
        showActions();
    }

    private void show(LeadField field, String now) {
        var input = fields.get(field);
        var before = saved.get(field);
        if (!touched(field)) {
            saved(field, now);
            input.setValue(now);
            input.setHelperText(null);
        } else if (!now.equals(before) && !now.equals(input.getValue())) {
            input.setHelperText(text("leads.changedTo", now.isEmpty() ? "—" : now));
        }
    }

    private void saved(LeadField field, String text) {
        saved.put(field, text);
        fields.get(field).getElement().setProperty("saved", text);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("return window.parley.recall(this, $0)", draft).then(JsonNode.class, this::restore);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (anyTouched() && UI.getCurrent() == event.getUI() && !event.getUI().isClosing()) {
            Notification.show(text("leads.draft.kept"));
        }
    }

    private void restore(JsonNode kept) {
        recalled = true;
        for (var field : LeadField.values()) {
            var text = kept.path(field.key()).path("text").asString("");
            if (kept.has(field.key()) && lead != null && !text.strip().equals(field.of(lead))) {
                saved(field, kept.path(field.key()).path("saved").asString(""));
                fields.get(field).setValue(text);
                show(field, field.of(lead));
            }
        }
        showActions();
        if (anyTouched()) {
            note.setText(text("leads.draft"));
        }
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
        return saved.containsKey(field) && !fields.get(field).getValue().strip().equals(saved.get(field));
    }

    private boolean anyTouched() {
        return fields.keySet().stream().anyMatch(this::touched);
    }

    private void showActions() {
        boolean any = anyTouched();
        actions.setVisible(any);
        if (!any) {
            note.setText("");
        }
        if (recalled) {
            getElement().executeJs("window.parley.settle(this, $0)", draft);
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
        saving.send(lead, changes, problems -> answered(changes, problems), () -> save.setEnabled(true));
    }

    private void answered(Map<String, String> sent, List<LeadProblem> problems) {
        save.setEnabled(true);
        note.setText("");
        if (problems.isEmpty()) {
            // In the server's spelling once it is loaded again. What was typed meanwhile is not saved.
            fields.keySet().stream()
                    .filter(field -> sent.containsKey(field.key()))
                    .forEach(field -> saved(field, sent.get(field.key())));
            showActions();
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
        if (lead != null) {
            saved.clear();
            fields.values().forEach(input -> input.setInvalid(false));
            show(lead);
        }
    }
}
