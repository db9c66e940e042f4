package dev.parley.admin.sync;

import com.vaadin.flow.router.Route;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.language.Formats;
import dev.parley.admin.lists.Detail;
import dev.parley.admin.lists.FilterBar;
import dev.parley.admin.lists.ListView;
import dev.parley.admin.lists.NoFilter;
import dev.parley.admin.lists.Surroundings;
import dev.parley.admin.shell.MainLayout;

/** How a client's conversations come in: the state of it, the last runs, and one of them in full. */
@Route(value = "c/:clientId/sync/:id?", layout = MainLayout.class)
public class SyncView extends ListView<SyncRun, NoFilter<SyncRun>> {

    private final Syncs syncs;
    private final Formats formats;
    private final SyncState state;

    public SyncView(Surroundings surroundings, Syncs syncs) {
        this(surroundings, syncs, surroundings.formats());
    }

    private SyncView(Surroundings surroundings, Syncs syncs, Formats formats) {
        this(surroundings, syncs, formats, new SyncState(syncs, formats));
    }

    private SyncView(Surroundings surroundings, Syncs syncs, Formats formats, SyncState state) {
        super(surroundings, SyncFeature.ENTRY, syncs, FilterBar.none(state.runNow()), RunGrid.create(formats));
        this.syncs = syncs;
        this.formats = formats;
        this.state = state;
        getContent().addClassName("sync");
        getContent().above(state);
    }

    @Override
    protected void arrived(Workplace workplace) {
        state.enter(workplace);
    }

    @Override
    protected void noticed(SyncRun run) {
        state.noticed(run);
    }

    @Override
    protected void missed() {
        state.load();
    }

    @Override
    protected Detail<?> detail(Workplace workplace, String id, Runnable close) {
        return new RunPanel(workplace, syncs, formats, id, close);
    }
}
