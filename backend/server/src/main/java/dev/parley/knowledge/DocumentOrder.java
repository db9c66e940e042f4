package dev.parley.knowledge;

import org.eclipse.microprofile.graphql.Description;

/** How a list of documents is sorted. */
@Description("How a list of documents is sorted.")
public enum DocumentOrder {
    @Description("Those that people changed last come first.")
    UPDATED_AT("updated_at"),
    @Description("The newest come first.")
    CREATED_AT("created_at");

    private final String column;

    DocumentOrder(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
