package dev.parley.elevenlabs;

import java.util.Locale;

/** The order of a list. */
public enum SortDirection {
    ASC,
    DESC;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
