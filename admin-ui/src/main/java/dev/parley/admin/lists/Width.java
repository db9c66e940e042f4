package dev.parley.admin.lists;

/** How much room a grid has; the browser measures it. */
public enum Width {
    SMALL,
    MEDIUM,
    LARGE
}
