package dev.parley.admin.leads;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.parley.admin.clients.Links;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.language.Formats;
import dev.parley.admin.lists.Detail;
import dev.parley.admin.lists.ListView;
import dev.parley.admin.lists.Page;
import dev.parley.admin.lists.Surroundings;
import dev.parley.admin.loading.EmptyState;
import dev.parley.admin.shell.MainLayout;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** All leads of a client as they come, and one of them in full. */
@Route(value = "c/:clientId/leads/:id?", layout = MainLayout.class)
public class LeadsView extends ListView<LeadRow, LeadFilter> {

    private final Leads leads;
    private final LeadFilterBar filters;
    private final Formats formats;

    public LeadsView(Surroundings surroundings, Leads leads) {
        this(surroundings, leads, Formats.current(surroundings.clock()), new LeadFilterBar());
    }

    private LeadsView(Surroundings surroundings, Leads leads, Formats formats, LeadFilterBar filters) {
        super(surroundings, text("leads"), Leads.EVENTS, filters, LeadGrid.create(formats));
        this.leads = leads;
        this.formats = formats;
        this.filters = filters;
        filters.onChosen(this::choose);
    }

    @Override
    protected LeadFilter filter(QueryParameters parameters) {
        return LeadFilter.of(parameters);
    }

    @Override
    protected void showFilter(LeadFilter filter) {
        filters.show(filter);
    }

    @Override
    protected Page<LeadRow> load(Workplace workplace, LeadFilter filter, int offset, int first) {
        return leads.list(workplace.api(), filter, offset, first);
    }

    @Override
    protected Optional<LeadRow> row(JsonNode event) {
        return Leads.of(event);
    }

    @Override
    protected String id(LeadRow row) {
        return row.id();
    }

    @Override
    protected String place(String clientId) {
        return Links.leads(clientId);
    }

    @Override
    protected Detail<?> detail(Workplace workplace, String id, Runnable close) {
        return new LeadPanel(workplace, leads, formats, id, close);
    }

    @Override
    protected EmptyState empty(boolean filtered) {
        return filtered
                ? EmptyState.nothingFits()
                : new EmptyState(VaadinIcon.USER_STAR, text("leads.none"), text("leads.none.explanation"));
    }
}
