package dev.parley.admin.lists;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.tabs.TabsVariant;

/** A filter with a few values side by side. */
public final class FilterTabs extends Tabs {

    public FilterTabs(Tab... tabs) {
        super(tabs);
        addThemeVariants(TabsVariant.SMALL, TabsVariant.HIDE_SCROLL_BUTTONS);
    }

    /** Vaadin lets the part that scrolls have the keyboard; a list of tabs may hold nothing but tabs that do. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("this.updateComplete.then(() => this.$.scroll.removeAttribute('tabindex'))");
    }
}
