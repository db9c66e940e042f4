package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with a document, by those who may. */
final class DocumentTools extends Div {

    private final Desk desk;
    private final Runnable changed;
    private final Changing changing;
    private final Filing filing;
    private @Nullable DocumentDetails document;

    DocumentTools(Desk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        changing = new Changing(changed);
        filing = new Filing(desk, changing);
        addClassName("document-tools");
    }

    void show(DocumentDetails newest) {
        document = newest;
        removeAll();
        if (!desk.mayEdit()) {
            return;
        }
        var ids = List.of(newest.id());
        boolean away = newest.status() == DocumentStatus.ARCHIVED || newest.deletedAt() != null;
        if (away) {
            add(button("knowledge.restore", () -> filing.restore(ids)));
        } else {
            add(
                    button("knowledge.edit", () -> new EditDialog(desk, newest, changed).open()),
                    button("knowledge.editText", () -> new TextDialog(desk, newest, changed).open()),
                    button("knowledge.archive", () -> filing.archive(ids)));
        }
        if (desk.mayDelete() && newest.deletedAt() == null) {
            add(button("knowledge.delete", () -> filing.delete(ids)));
        }
    }

    void retry() {
        if (document != null) {
            var id = document.id();
            changing.now(() -> desk.changes().retry(desk.api(), id));
        }
    }

    private static Button button(String key, Runnable action) {
        var button = new Button(text(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        return button;
    }
}
