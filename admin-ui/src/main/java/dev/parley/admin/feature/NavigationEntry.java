package dev.parley.admin.feature;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.icon.VaadinIcon;

/**
 * An entry in the side navigation.
 *
 * @param order lower ones stand higher
 * @param name the feature's: its folder, the last part of its address ({@code c/CLIENT/leads}), and the key of its title
 */
public record NavigationEntry(int order, String name, VaadinIcon icon) {

    /** In the reader's language. */
    public String title() {
        return text(name);
    }
}
