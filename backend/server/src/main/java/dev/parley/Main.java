package dev.parley;

import dev.parley.knowledge.text.DocumentSettings;
import dev.parley.retention.KeptDays;
import dev.parley.sync.SyncSettings;
import io.helidon.microprofile.server.ServerCdiExtension;
import jakarta.enterprise.inject.spi.CDI;
import java.io.ObjectInputFilter;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the server; settings come from the environment, see the docs. */
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    /** What Quartz keeps as Java objects: its calendars, made of its own classes and those of the JDK's base. */
    private static final String READABLE_OBJECTS =
            "maxdepth=20;maxrefs=10000;maxarray=100000;org.quartz.**;java.base/*;!*";

    private Main() {}

    /** Ends the process with exit code 1 when the server cannot start. */
    public static void main(String[] arguments) {
        // Helidon's schema generator lower-cases names in the default locale: on a Turkish machine "Id" became "ıd".
        Locale.setDefault(Locale.ENGLISH);
        limitReadableObjects();
        try {
            check(ConfigProvider.getConfig());
            io.helidon.Main.main(arguments);
            var port = CDI.current()
                    .getBeanManager()
                    .getExtension(ServerCdiExtension.class)
                    .port();
            LOG.info(
                    "Server ready at http://{}:{}",
                    ConfigProvider.getConfig().getValue("server.host", String.class),
                    port);
        } catch (Exception | LinkageError e) {
            LOG.error("The server does not start: {}", StartFailure.sentence(e));
            LOG.debug("The server does not start", e);
            System.exit(1);
        }
    }

    /** What would otherwise be read first in the background, where nobody could be told. */
    private static void check(Config config) {
        Listening.check(config);
        Listening.tryOut(config);
        SyncSettings.from(config);
        DocumentSettings.from(config);
        KeptDays.of("PARLEY_EVENTS_KEPT_DAYS", 1);
        KeptDays.of("PARLEY_WEBHOOKS_KEPT_DAYS", 1);
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
