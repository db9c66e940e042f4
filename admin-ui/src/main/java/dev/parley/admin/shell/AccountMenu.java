package dev.parley.admin.shell;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Span;
import dev.parley.admin.preferences.PreferencesMenu;
import dev.parley.admin.security.LogIn;

/** Language, theme, and the way out. */
@JsModule("./parley.ts")
final class AccountMenu extends PreferencesMenu {

    AccountMenu(String email, LogIn logIn) {
        var avatar = new Avatar(email);
        avatar.setTooltipEnabled(false);
        var top = addItem(avatar);
        top.setAriaLabel(text("shell.account"));
        var who = new Span(email);
        who.addClassName("quiet");
        top.getSubMenu().addItem(who).setEnabled(false);
        top.getSubMenu().addItem(text("shell.logOut"), click -> getElement()
                .executeJs("return window.parley.unsaved()")
                .then(Boolean.class, unsaved -> leave(logIn, unsaved)));
    }

    /** What was typed and not saved would else wait for the next person at this browser. */
    private void leave(LogIn logIn, boolean unsaved) {
        if (unsaved) {
            var question = new ConfirmDialog(
                    text("shell.unsaved"),
                    text("shell.unsaved.explanation"),
                    text("shell.logOut"),
                    confirmed -> leave(logIn),
                    text("action.cancel"),
                    cancelled -> {});
            question.setConfirmButtonTheme("error primary");
            question.open();
        } else {
            leave(logIn);
        }
    }

    private void leave(LogIn logIn) {
        getElement().executeJs("window.parley.forgetAll()");
        UI.getCurrent().getPage().setLocation("login");
        logIn.out();
    }
}
