package dev.parley.admin.server;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import dev.parley.admin.preferences.Preferences;
import dev.parley.admin.preferences.Theme;
import dev.parley.admin.security.AccessControl;
import dev.parley.admin.security.SignedIn;
import java.util.Comparator;

/** Every page: in the right language and colours from its first byte, and only for people who logged in. */
final class PageSetup implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;
    private static final int PAGES_OF_STRANGERS = 4;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var access = new AccessControl();
        event.addIndexHtmlRequestListener(page -> {
            var request = page.getVaadinRequest();
            var html = page.getDocument().getElementsByTag("html");
            html.attr("lang", Preferences.language(request).toLanguageTag());
            html.attr("style", "color-scheme: " + Theme.of(request.getCookies()).css());
            SecurityHeaders.allowScriptsOf(page);
        });
        event.getSource().addUIInitListener(init -> {
            prepare(init.getUI());
            closeOldestOfStrangers(init.getUI().getSession());
            init.getUI().addBeforeEnterListener(access);
        });
        event.getSource().setSystemMessagesProvider(info -> messages());
    }

    private static void prepare(UI ui) {
        var request = VaadinRequest.getCurrent();
        Preferences.speak(ui, Preferences.language(request));
        ui.getPage().setColorScheme(Theme.of(request.getCookies()).colorScheme());
    }

    /** Each page that is open takes memory here; whoever has not logged in needs few. */
    private static void closeOldestOfStrangers(VaadinSession session) {
        var pages = session.getUIs().stream()
                .filter(page -> !page.isClosing())
                .sorted(Comparator.comparing(UI::getUIId))
                .toList();
        if (SignedIn.current().isEmpty() && pages.size() > PAGES_OF_STRANGERS) {
            pages.subList(0, pages.size() - PAGES_OF_STRANGERS).forEach(UI::close);
        }
    }

    /** A session that is gone (panel restarted, long idle) is no news: the page loads again, and the cookie logs in. */
    private static SystemMessages messages() {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setSessionExpiredURL(null);
        return messages;
    }
}
