package dev.parley.sandbox;

import dev.parley.sandbox.documents.Filing;
import dev.parley.sandbox.world.World;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** The command line: prepares a world, serves it, or describes a demo that stands on it. */
public final class Main {

    private static final String USAGE =
            """
            usage: java -jar parley-sandbox.jar COMMAND
              init --home DIR
                  makes DIR/world.json if there is none, then DIR/clients.json and DIR/sandbox.env from it
              serve --home DIR --port PORT [--webhooks URL] [--conversation-every 4s] [--history N]
                    [--history-webhooks false] [--token-lifetime 1h]
                  answers as ElevenLabs and Supabase Auth on 127.0.0.1:PORT until it is stopped
              file-documents --home DIR --sandbox-url URL --graphql-url URL
                  puts the companies' documents into their knowledge bases, where these are empty
              describe --home DIR --graphql-url URL --graphql-ws-url URL --panel-url URL --sandbox-url URL
                       --database-url URL|- --out FILE
                  writes where everything of a demo is and who may log in; - reads the URL from standard input""";

    private static final Clock CLOCK = Clock.systemUTC();

    static {
        // Not called logback.xml: this module lies beside others on test class paths.
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "dev/parley/sandbox/logback.xml");
        }
    }

    private Main() {}

    public static void main(String[] arguments) {
        try {
            run(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + USAGE);
            System.exit(2);
        } catch (IllegalStateException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(String[] arguments) {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "init" -> init(Options.parse(arguments, 1, Set.of("home")));
            case "serve" ->
                serve(Options.parse(
                        arguments,
                        1,
                        Set.of(
                                "home",
                                "port",
                                "webhooks",
                                "conversation-every",
                                "history",
                                "history-webhooks",
                                "token-lifetime")));
            case "file-documents" ->
                fileDocuments(Options.parse(arguments, 1, Set.of("home", "sandbox-url", "graphql-url")));
            case "describe" ->
                describe(Options.parse(
                        arguments,
                        1,
                        Set.of(
                                "home",
                                "graphql-url",
                                "graphql-ws-url",
                                "panel-url",
                                "sandbox-url",
                                "database-url",
                                "out")));
            default -> throw new IllegalArgumentException("Say what to do.");
        }
    }

    private static void init(Options options) {
        var folder = options.path("home");
        var home = new Home(World.in(folder, CLOCK));
        home.writeClients(folder.resolve("clients.json"));
        home.writeEnvironment(folder.resolve("sandbox.env"));
    }

    private static void fileDocuments(Options options) {
        var world = World.in(options.path("home"), CLOCK);
        new Filing(world, URI.create(options.text("sandbox-url")), URI.create(options.text("graphql-url"))).fileAll();
    }

    private static void describe(Options options) {
        new Home(World.in(options.path("home"), CLOCK)).writeDescription(options);
    }

    private static void serve(Options options) {
        var log = LoggerFactory.getLogger(Main.class);
        var every = options.duration("conversation-every");
        var history = options.find("history").isPresent() ? options.number("history") : 0;
        boolean tellsHistory = options.flag("history-webhooks", true);
        var sandbox = Sandbox.builder(World.in(options.path("home"), CLOCK))
                .home(options.path("home"))
                .port(options.number("port"))
                .webhooks(options.uri("webhooks").orElse(null))
                .tokenLifetime(options.duration("token-lifetime").orElse(Duration.ofHours(1)))
                .clock(CLOCK)
                .start();
        log.info("Sandbox listens on {}", sandbox.url());
        sandbox.history(history);
        var storyteller = sandbox.storyteller();
        var telling = Thread.ofVirtual().name("storyteller").start(() -> {
            if (tellsHistory) {
                storyteller.past(history);
            }
            every.ifPresent(storyteller::present);
        });
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            telling.interrupt();
            sandbox.close();
            log.info("Sandbox stopped");
        }));
    }
}
