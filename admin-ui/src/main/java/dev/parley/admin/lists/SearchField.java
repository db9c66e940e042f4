package dev.parley.admin.lists;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Where one types what to look for; a short pause is enough to begin. */
public final class SearchField extends TextField {

    private static final int PAUSE_MILLIS = 350;

    public SearchField(String placeholder, Runnable changed) {
        setPlaceholder(placeholder);
        setAriaLabel(placeholder);
        setPrefixComponent(VaadinIcon.SEARCH.create());
        setClearButtonVisible(true);
        setMaxLength(Search.MOST_CHARACTERS);
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(PAUSE_MILLIS);
        addThemeVariants(TextFieldVariant.SMALL);
        addClassName("search");
        addValueChangeListener(event -> {
            if (event.isFromClient() && !new Search(event.getOldValue()).equals(search())) {
                changed.run();
            }
        });
    }

    public Search search() {
        return new Search(getValue());
    }

    /** Leaves alone what is typed when it already means this. */
    public void show(Search search) {
        if (!search().equals(search)) {
            setValue(search.words());
        }
    }
}
