package dev.parley.admin.sync;

import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.lists.ListFilter;

/** All runs there are. */
record RunFilter() implements ListFilter<SyncRun> {

    @Override
    public QueryParameters parameters() {
        return QueryParameters.empty();
    }

    @Override
    public boolean isEverything() {
        return true;
    }

    @Override
    public boolean shows(SyncRun run) {
        return true;
    }
}
