package dev.parley.admin.lists;

import com.vaadin.flow.router.QueryParameters;

/** Which rows a list shows; kept in the address. */
public interface ListFilter<T> {

    QueryParameters parameters();

    boolean isEverything();

    /** Whether a row that an event tells of is one of these. */
    boolean shows(T row);

    /** Whether the server would say the same as {@link #shows}; where not, it is asked again. */
    default boolean isExact() {
        return true;
    }
}
