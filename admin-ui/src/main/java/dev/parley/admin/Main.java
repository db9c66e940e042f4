package dev.parley.admin;

import dev.parley.admin.server.Panel;
import dev.parley.admin.server.PanelServer;
import dev.parley.admin.settings.Settings;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the panel from environment variables. */
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ENGLISH); // pages carry their own; nothing may depend on the machine's
        Settings settings;
        Panel panel;
        try {
            settings = Settings.from(System.getenv());
            panel = Panel.create(settings, Clock.systemUTC());
        } catch (IllegalArgumentException e) {
            LOG.error("The panel does not start: {}", e.getMessage());
            System.exit(1);
            return;
        }
        var server = new PanelServer(settings, panel);
        panel.accounts().start();
        int port;
        try {
            port = server.start();
        } catch (IOException e) {
            LOG.error(
                    "The panel does not start: PARLEY_HOST and PARLEY_PANEL_PORT name an address that is in use or not of this"
                            + " machine: write another one");
            LOG.debug("The panel does not start", e);
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, panel), "parley-stop"));
        LOG.info("Panel ready at http://{}:{}", settings.host(), port);
        server.join();
    }

    private static void stop(PanelServer server, Panel panel) {
        try {
            server.close();
        } catch (Exception e) {
            LOG.warn("The panel did not stop cleanly", e);
        }
        panel.close();
    }
}
