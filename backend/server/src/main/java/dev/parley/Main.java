package dev.parley;

import java.util.Locale;

/** Starts the server; settings come from the environment, see the docs. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // Helidon's schema generator lower-cases names in the default locale: on a Turkish machine "Id" became "ıd".
        Locale.setDefault(Locale.ENGLISH);
        io.helidon.Main.main(arguments);
    }
}
