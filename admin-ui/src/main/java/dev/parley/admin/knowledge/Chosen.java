package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The documents that are ticked, and what can be done with all of them. Not there while there are none. */
final class Chosen extends Div {

    /** As many as the API changes at once. */
    private static final int MOST = 100;

    private final Set<String> ids = new LinkedHashSet<>();
    private final Runnable cleared;
    private final Span count = new Span();
    private final TextField tag = new TextField();
    private final Button delete = button("knowledge.delete", Filing::delete);
    private @Nullable Filing filing;

    /** @param cleared ticks are to be taken away */
    Chosen(Runnable cleared) {
        this.cleared = cleared;
        addClassName("chosen");
        count.getElement().setAttribute("role", "status");
        tag.setPlaceholder(text("knowledge.tag.new"));
        tag.setAriaLabel(text("knowledge.tag.new"));
        tag.addThemeVariants(TextFieldVariant.SMALL);
        tag.addValueChangeListener(event -> addTag(event.getValue().strip()));
        add(
                count,
                button("knowledge.archive", Filing::archive),
                button("knowledge.restore", Filing::restore),
                delete,
                tag,
                button("knowledge.clear", (unused, all) -> {}));
        show();
    }

    void use(Filing other, boolean mayDelete) {
        filing = other;
        delete.setVisible(mayDelete);
        ids.clear();
        show();
    }

    boolean has(String id) {
        return ids.contains(id);
    }

    void toggle(DocumentRow document) {
        if (!ids.remove(document.id()) && ids.size() < MOST) {
            ids.add(document.id());
        }
        show();
    }

    private void addTag(String words) {
        if (!words.isEmpty() && filing != null) {
            filing.tag(ids, words);
            tag.clear();
            clear();
        }
    }

    private Button button(String key, BiConsumer<Filing, List<String>> action) {
        var button = new Button(text(key), click -> {
            if (filing != null) {
                action.accept(filing, List.copyOf(ids));
                clear();
            }
        });
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        return button;
    }

    private void clear() {
        ids.clear();
        show();
        cleared.run();
    }

    private void show() {
        count.setText(text("knowledge.chosen", ids.size()));
        setVisible(!ids.isEmpty());
    }
}
