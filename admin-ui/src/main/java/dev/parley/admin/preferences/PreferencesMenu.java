package dev.parley.admin.preferences;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.VaadinRequest;
import dev.parley.admin.language.Languages;
import dev.parley.admin.language.Texts;
import java.util.Locale;

/** Switches language and theme; on every page, also before log-in. */
public class PreferencesMenu extends MenuBar {

    public PreferencesMenu() {
        addClassName("preferences");
        addThemeVariants(MenuBarVariant.TERTIARY);
        setOpenOnHover(false);
        addLanguages();
        addThemes();
    }

    private void addLanguages() {
        var current = Texts.locale();
        var top = addItem(new Span(current.getLanguage().toUpperCase(Locale.ROOT)));
        top.setAriaLabel(text("preferences.language"));
        for (var language : Languages.ALL) {
            var item = top.getSubMenu().addItem(nameInItself(language), click -> Preferences.choose(language));
            item.setCheckable(true);
            item.setChecked(language.getLanguage().equals(current.getLanguage()));
        }
    }

    private static String nameInItself(Locale language) {
        var name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    private void addThemes() {
        var current = Theme.of(VaadinRequest.getCurrent().getCookies());
        var top = addItem(current.icon().create());
        top.setAriaLabel(text("preferences.theme"));
        for (var theme : Theme.values()) {
            var item = top.getSubMenu().addItem(theme.label(), click -> {
                Preferences.choose(theme);
                check(top, click.getSource());
                top.removeAll();
                top.add(theme.icon().create());
            });
            item.setCheckable(true);
            item.setChecked(theme == current);
        }
    }

    private static void check(MenuItem top, MenuItem chosen) {
        top.getSubMenu().getItems().forEach(item -> item.setChecked(item == chosen));
    }
}
