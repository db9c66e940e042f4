package dev.parley.admin.leads;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.lists.Choice;
import dev.parley.admin.lists.FilterBar;
import dev.parley.admin.lists.FilterTabs;
import dev.parley.admin.lists.SearchField;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Choosing which leads to see. */
final class LeadFilterBar extends FilterBar<LeadFilter> {

    private final SearchField search = new SearchField(text("leads.search"), this::changed);
    private final Map<Tab, LeadStatus> statuses = new LinkedHashMap<>();
    private final Tab everything = new Tab(text("leads.status.any"));
    private final FilterTabs tabs = new FilterTabs(everything);
    private final Choice<Integer> minScore = Choice.of("leads.minScore", LeadFilter.SCORES, this::changed);

    LeadFilterBar() {
        for (var status : LeadStatus.values()) {
            var tab = new Tab(status.label());
            statuses.put(tab, status);
            tabs.add(tab);
        }
        tabs.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                changed();
            }
        });
        offer(search, tabs, minScore);
    }

    @Override
    protected LeadFilter filter(QueryParameters parameters) {
        return LeadFilter.of(parameters);
    }

    @Override
    protected void show(LeadFilter filter) {
        search.show(filter.search());
        tabs.setSelectedTab(tab(filter.status()));
        minScore.setValue(filter.minScore());
    }

    private Tab tab(@Nullable LeadStatus status) {
        return statuses.entrySet().stream()
                .filter(entry -> entry.getValue() == status)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(everything);
    }

    private void changed() {
        choose(new LeadFilter(search.search(), statuses.get(tabs.getSelectedTab()), minScore.getValue()));
    }
}
