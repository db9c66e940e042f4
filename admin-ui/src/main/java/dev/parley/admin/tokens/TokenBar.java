package dev.parley.admin.tokens;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.lists.FilterBar;
import dev.parley.admin.lists.FilterTabs;

/** Choosing which tokens to see, and asking for a new one. */
final class TokenBar extends FilterBar<TokenFilter> {

    private final Tab active = new Tab(text("tokens.status.ACTIVE"));
    private final Tab all = new Tab(text("tokens.all"));
    private final FilterTabs tabs = new FilterTabs(active, all);
    private Runnable create = () -> {};

    TokenBar() {
        addClassName("filters");
        tabs.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                choose(new TokenFilter(event.getSelectedTab() == active));
            }
        });
        var button = new Button(text("tokens.create"), VaadinIcon.PLUS.create(), click -> create.run());
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.PRIMARY);
        add(tabs, button);
    }

    void onCreate(Runnable action) {
        create = action;
    }

    @Override
    protected TokenFilter filter(QueryParameters parameters) {
        return TokenFilter.of(parameters);
    }

    @Override
    protected void show(TokenFilter filter) {
        tabs.setSelectedTab(filter.onlyActive() ? active : all);
    }
}
