package dev.parley.admin.lists;

/** Where rows come from. */
public interface Rows<T> {

    /** @throws dev.parley.admin.graphql.ApiException when they cannot be had */
    Page<T> load(int offset, int first);
}
