package dev.parley;

/** Starts the server; settings come from the environment, see the docs. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        io.helidon.Main.main(arguments);
    }
}
