package dev.parley.schema;

/** The version of the database that this build works with: its newest migration. */
public final class SchemaVersion {

    public static final String CURRENT = "033";

    private SchemaVersion() {}
}
