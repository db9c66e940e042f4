package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import dev.parley.admin.loading.Background;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks what a document is to say from now on: its next version. */
final class TextDialog extends FormDialog {

    private final Desk desk;
    private final DocumentDetails document;
    private final Runnable changed;
    private final TextArea content = new TextArea(text("knowledge.content"));

    TextDialog(Desk desk, DocumentDetails document, Runnable changed) {
        super(text("knowledge.editText"), text("action.save"));
        this.desk = desk;
        this.document = document;
        this.changed = changed;
        content.addClassName("document-content");
        content.setMinRows(14);
        content.setHelperText(text("knowledge.editText.explanation"));
        content.setReadOnly(true);
        fields(content);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Background.run(
                this,
                () -> desk.documents().content(desk.api(), document.id()),
                text -> {
                    content.setReadOnly(false);
                    content.setValue(text);
                    content.focus();
                },
                refusal -> {
                    Notification.show(text(refusal.problem()));
                    close();
                });
    }

    @Override
    @Nullable
    Supplier<DocumentChanges.Outcome> sending() {
        if (content.isReadOnly()) {
            return null;
        }
        boolean blank = content.getValue().isBlank();
        content.setErrorMessage(text("knowledge.content.missing"));
        content.setInvalid(blank);
        var words = content.getValue();
        return blank
                ? null
                : () -> desk.changes().update(desk.api(), document.id(), document.version(), Map.of("content", words));
    }

    @Override
    void saved(DocumentChanges.Outcome outcome) {
        changed.run();
    }
}
