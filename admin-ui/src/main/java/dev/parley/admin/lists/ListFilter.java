package dev.parley.admin.lists;

import com.vaadin.flow.router.QueryParameters;

/** Which rows a list shows; kept in the address. */
public interface ListFilter<T> {

    QueryParameters parameters();

    boolean isEverything();

    boolean shows(T row);
}
