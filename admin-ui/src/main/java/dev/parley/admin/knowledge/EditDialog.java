package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import dev.parley.admin.loading.Background;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks what a document is to be filed under. */
final class EditDialog extends FormDialog {

    private final Desk desk;
    private final DocumentDetails document;
    private final Runnable changed;
    private final FilingFields filing;

    EditDialog(Desk desk, DocumentDetails document, Runnable changed) {
        super(text("knowledge.edit"), text("action.save"));
        this.desk = desk;
        this.document = document;
        this.changed = changed;
        filing = new FilingFields(desk.formats());
        filing.show(document);
        fields(filing.all());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Background.run(this, () -> desk.documents().facets(desk.api()), filing::offer, refusal -> {});
    }

    @Override
    @Nullable
    Supplier<DocumentChanges.Outcome> sending() {
        if (!filing.isComplete()) {
            return null;
        }
        var input = filing.input();
        return () -> desk.changes().update(desk.api(), document.id(), document.version(), input);
    }

    @Override
    void saved(DocumentChanges.Outcome outcome) {
        changed.run();
    }
}
