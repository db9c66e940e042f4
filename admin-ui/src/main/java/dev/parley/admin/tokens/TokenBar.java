package dev.parley.admin.tokens;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import dev.parley.admin.lists.FilterTabs;
import java.util.function.Consumer;

/** Choosing which tokens to see, and asking for a new one. */
final class TokenBar extends Div {

    private final Tab active = new Tab(text("tokens.status.ACTIVE"));
    private final Tab all = new Tab(text("tokens.all"));
    private final FilterTabs tabs = new FilterTabs(active, all);
    private Consumer<TokenFilter> chosen = filter -> {};
    private Runnable create = () -> {};

    TokenBar() {
        addClassName("filters");
        tabs.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                chosen.accept(new TokenFilter(event.getSelectedTab() == active));
            }
        });
        var button = new Button(text("tokens.create"), VaadinIcon.PLUS.create(), click -> create.run());
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.PRIMARY);
        add(tabs, button);
    }

    void onChosen(Consumer<TokenFilter> action) {
        chosen = action;
    }

    void onCreate(Runnable action) {
        create = action;
    }

    void show(TokenFilter filter) {
        tabs.setSelectedTab(filter.onlyActive() ? active : all);
    }
}
