package dev.parley;

import java.io.ObjectInputFilter;
import java.util.Locale;

/** Starts the server; settings come from the environment, see the docs. */
public final class Main {

    /** What Quartz keeps as Java objects: its calendars, made of its own classes and those of the JDK's base. */
    private static final String READABLE_OBJECTS =
            "maxdepth=20;maxrefs=10000;maxarray=100000;org.quartz.**;java.base/*;!*";

    private Main() {}

    public static void main(String[] arguments) {
        // Helidon's schema generator lower-cases names in the default locale: on a Turkish machine "Id" became "ıd".
        Locale.setDefault(Locale.ENGLISH);
        limitReadableObjects();
        io.helidon.Main.main(arguments);
    }

    /**
     * Whoever may write to Quartz's tables must not become this process by way of an object of their choice. For the whole
     * process, unless its starter said otherwise ({@code -Djdk.serialFilter}).
     */
    private static void limitReadableObjects() {
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter(READABLE_OBJECTS));
        }
    }
}
