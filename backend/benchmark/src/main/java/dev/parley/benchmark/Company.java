package dev.parley.benchmark;

import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.world.World;
import dev.parley.schema.DatabaseUrl;
import dev.parley.schema.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A world with one company in it, and how a server is told of it. */
final class Company {

    private Company() {}

    static World world() {
        var demo = World.demo();
        var client = demo.clientSpeaking("en");
        var staff = demo.users().stream()
                .filter(user -> user.memberships().stream()
                        .allMatch(membership -> membership.clientId().equals(client.id())))
                .toList();
        return new World(demo.createdAtUnixSecs(), List.of(client), staff, demo.keys());
    }

    /** Changeable. */
    static Map<String, String> settings(TestDatabase database, World world, Sandbox sandbox) throws IOException {
        var home = Files.createTempDirectory("parley-world");
        world.write(home.resolve("world.json"));
        dev.parley.sandbox.Main.main(new String[] {"init", "--home", home.toString()});
        var settings = new HashMap<String, String>();
        settings.put("ELEVENLABS_BASE_URL", sandbox.url().toString());
        settings.put("PARLEY_SYNC_INTERVAL", "PT6H"); // once at the start, then when asked
        settings.put("DATABASE_URL", url(database.backend()));
        settings.put("JOBS_DATABASE_URL", url(database.jobs()));
        settings.put("PARLEY_MASTER_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        settings.put("PARLEY_CLIENTS_FILE", home.resolve("clients.json").toString());
        settings.put("SUPABASE_URL", sandbox.url().toString());
        settings.put("SUPABASE_ANON_KEY", world.keys().publishable());
        settings.put("SUPABASE_SERVICE_ROLE_KEY", world.keys().secret());
        return settings;
    }

    private static String url(DatabaseUrl url) {
        var separator = url.jdbc().contains("?") ? "&" : "?";
        return url.jdbc() + separator + "user=" + url.user() + "&password=" + url.password();
    }
}
