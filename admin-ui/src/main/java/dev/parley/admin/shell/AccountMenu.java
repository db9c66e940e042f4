package dev.parley.admin.shell;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.Span;
import dev.parley.admin.preferences.PreferencesMenu;
import dev.parley.admin.security.LogIn;

/** Language, theme, and the way out. */
final class AccountMenu extends PreferencesMenu {

    AccountMenu(String email, LogIn logIn) {
        var avatar = new Avatar(email);
        avatar.setTooltipEnabled(false);
        var top = addItem(avatar);
        top.setAriaLabel(text("shell.account"));
        var who = new Span(email);
        who.addClassName("quiet");
        top.getSubMenu().addItem(who).setEnabled(false);
        top.getSubMenu().addItem(text("shell.logOut"), click -> {
            UI.getCurrent().getPage().setLocation("login");
            logIn.out();
        });
    }
}
