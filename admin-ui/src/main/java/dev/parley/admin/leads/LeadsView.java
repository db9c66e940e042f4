package dev.parley.admin.leads;

import com.vaadin.flow.router.Route;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.language.Formats;
import dev.parley.admin.lists.Detail;
import dev.parley.admin.lists.ListView;
import dev.parley.admin.lists.Surroundings;
import dev.parley.admin.shell.MainLayout;

/** All leads of a client as they come, and one of them in full. */
@Route(value = "c/:clientId/leads/:id?", layout = MainLayout.class)
public class LeadsView extends ListView<LeadRow, LeadFilter> {

    private final Leads leads;
    private final Formats formats;

    public LeadsView(Surroundings surroundings, Leads leads) {
        super(surroundings, LeadsFeature.ENTRY, leads, new LeadFilterBar(), LeadGrid.create(surroundings.formats()));
        this.leads = leads;
        formats = surroundings.formats();
    }

    @Override
    protected Detail<?> detail(Workplace workplace, String id, Runnable close) {
        return new LeadPanel(workplace, leads, formats, id, close);
    }
}
