package dev.parley.admin.lists;

import com.vaadin.flow.router.QueryParameters;

/** All rows there are. */
public record NoFilter<T>() implements ListFilter<T> {

    @Override
    public QueryParameters parameters() {
        return QueryParameters.empty();
    }

    @Override
    public boolean isEverything() {
        return true;
    }

    @Override
    public boolean shows(T row) {
        return true;
    }
}
