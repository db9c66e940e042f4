package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks for a document that somebody types. */
final class NewDialog extends FormDialog {

    private final Desk desk;
    private final FilingFields filing;
    private final TextArea content = new TextArea(text("knowledge.content"));
    private final Checkbox markdown = new Checkbox(text("knowledge.markdown"), true);

    NewDialog(Desk desk, Facets facets) {
        super(text("knowledge.new"), text("action.create"));
        this.desk = desk;
        filing = new FilingFields(desk.formats());
        filing.offer(facets);
        content.addClassName("document-content");
        content.setMinRows(8);
        var fields = filing.all();
        fields(fields[0], content, markdown, fields[1], fields[2], fields[3]);
        filing.title.focus();
    }

    @Override
    @Nullable
    Supplier<DocumentChanges.Outcome> sending() {
        boolean blank = content.getValue().isBlank();
        content.setErrorMessage(text("knowledge.content.missing"));
        content.setInvalid(blank);
        if (!filing.isComplete() || blank) {
            return null;
        }
        var input = filing.input();
        input.put("content", content.getValue());
        input.put("contentType", markdown.getValue() ? "markdown" : "text");
        return () -> desk.changes().create(desk.api(), input);
    }

    @Override
    void saved(DocumentChanges.Outcome outcome) {
        if (outcome.document() != null) {
            UI.getCurrent().navigate(desk.page(outcome.document().id()));
        }
    }
}
