package dev.parley.admin.lists;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectVariant;
import java.util.List;
import java.util.function.Function;

/** A filter with one value, or none. */
public final class Choice<T> extends Select<T> {

    /** @param any what no choice is called */
    public Choice(String label, String any, List<T> items, Function<T, String> name, Runnable changed) {
        setAriaLabel(label);
        setItems(items);
        setItemLabelGenerator(item -> item == null ? any : name.apply(item));
        setEmptySelectionAllowed(true);
        setEmptySelectionCaption(any);
        addThemeVariants(SelectVariant.SMALL);
        addClassName("choice");
        addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed.run();
            }
        });
    }

    /** A choice whose texts are keys: {@code key}, {@code key.any} and {@code key.VALUE} for each. */
    public static <T> Choice<T> of(String key, List<T> items, Runnable changed) {
        return new Choice<>(text(key), text(key + ".any"), items, item -> text(key + "." + item), changed);
    }
}
