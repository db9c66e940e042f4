package dev.parley.admin.sync;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.parley.admin.clients.Links;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.freshness.Freshness;
import dev.parley.admin.language.Formats;
import dev.parley.admin.lists.Detail;
import dev.parley.admin.lists.ListView;
import dev.parley.admin.lists.Page;
import dev.parley.admin.lists.Surroundings;
import dev.parley.admin.loading.EmptyState;
import dev.parley.admin.shell.MainLayout;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How a client's conversations come in: the state of it, the last runs, and one of them in full. */
@Route(value = "c/:clientId/sync/:id?", layout = MainLayout.class)
public class SyncView extends ListView<SyncRun, RunFilter> {

    private final Syncs syncs;
    private final Formats formats;
    private final SyncState state;

    public SyncView(Surroundings surroundings, Syncs syncs) {
        this(surroundings, syncs, Formats.current(surroundings.clock()));
    }

    private SyncView(Surroundings surroundings, Syncs syncs, Formats formats) {
        this(surroundings, syncs, formats, new SyncState(syncs, formats));
    }

    private SyncView(Surroundings surroundings, Syncs syncs, Formats formats, SyncState state) {
        super(surroundings, text("sync"), Freshness.EVENTS, state.runNow(), RunGrid.create(formats));
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
    protected RunFilter filter(QueryParameters parameters) {
        return new RunFilter();
    }

    @Override
    protected void showFilter(RunFilter filter) {
        // there is nothing to choose
    }

    @Override
    protected Page<SyncRun> load(Workplace workplace, RunFilter filter, int offset, int first) {
        var runs = syncs.status(workplace.api()).runs();
        int begin = Math.min(offset, runs.size());
        int end = Math.min(begin + first, runs.size());
        return new Page<>(runs.subList(begin, end), runs.size(), true);
    }

    @Override
    protected Optional<SyncRun> row(JsonNode event) {
        return Syncs.of(event);
    }

    @Override
    protected String id(SyncRun run) {
        return run.id();
    }

    @Override
    protected String place(String clientId) {
        return Links.sync(clientId);
    }

    @Override
    protected Detail<?> detail(Workplace workplace, String id, Runnable close) {
        return new RunPanel(workplace, syncs, formats, id, close);
    }

    @Override
    protected EmptyState empty(boolean filtered) {
        return new EmptyState(VaadinIcon.REFRESH, text("sync.none"), text("sync.none.explanation"));
    }
}
