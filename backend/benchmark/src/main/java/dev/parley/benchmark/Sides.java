package dev.parley.benchmark;

import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Starts Parley and its peers on one database, with the same number of connections. */
final class Sides implements AutoCloseable {

    static final String CONNECTIONS = "8";

    private final World world = World.demo();
    private final Sandbox sandbox = Sandbox.start(world, 0, null, Clock.systemUTC());
    private final Path jar;
    private final Path peers;
    private final Path work;

    Sides(Path jar, Path peers, Path work) {
        this.jar = jar;
        this.peers = peers;
        this.work = work;
    }

    UUID clientId() {
        return world.clients().getFirst().id();
    }

    UUID userId() {
        return world.member(world.clients().getFirst(), "owner").id();
    }

    Side parley(FullDatabase company) throws IOException {
        var settings = new HashMap<String, String>();
        settings.put("PARLEY_ROLES", "api");
        settings.put("DATABASE_URL", url(company.backend()));
        settings.put("JOBS_DATABASE_URL", url(company.jobs()));
        settings.put("PARLEY_DATABASE_BACKEND_CONNECTIONS", CONNECTIONS);
        settings.put("PARLEY_GRAPHQL_BUDGET", "0");
        settings.put("PARLEY_MASTER_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        settings.put("SUPABASE_URL", sandbox.url().toString());
        settings.put("SUPABASE_ANON_KEY", world.keys().publishable());
        settings.put("ELEVENLABS_BASE_URL", sandbox.url().toString());
        var token = sandbox.tokens().of(world.member(world.clients().getFirst(), "owner"), Duration.ofHours(12));
        return Side.start(
                "Parley",
                token,
                Shape::query,
                java(jar, System.getProperty("parley.flags", "")),
                settings,
                "PARLEY_PORT",
                work.resolve("parley.log"));
    }

    Side postgraphile(FullDatabase company) throws IOException {
        var address = company.backendUrl().replaceFirst("^jdbc:postgresql://", "");
        var settings = Map.of(
                "DATABASE_URL",
                "postgresql://" + company.backend().user() + ":"
                        + company.backend().password() + "@" + address,
                "CONNECTIONS",
                CONNECTIONS,
                "CLIENT_ID",
                clientId().toString(),
                "USER_ID",
                userId().toString(),
                "GRAPHILE_ENV",
                "production",
                "NODE_ENV",
                "production");
        var home = peers.resolve("postgraphile");
        var own = home.resolve("node_modules/node/bin/node");
        var node = Files.exists(own) ? own.toString() : "node";
        return Side.start(
                "PostGraphile",
                "none",
                Shape::forPostgraphile,
                List.of(node, home.resolve("server.js").toString()),
                settings,
                "PORT",
                work.resolve("postgraphile.log"));
    }

    Side spring(FullDatabase company) throws IOException {
        var settings = Map.of(
                "JDBC_URL",
                company.backendUrl(),
                "SPRING_DATASOURCE_USERNAME",
                company.backend().user(),
                "SPRING_DATASOURCE_PASSWORD",
                company.backend().password(),
                "CONNECTIONS",
                CONNECTIONS,
                "CLIENT_ID",
                clientId().toString(),
                "USER_ID",
                userId().toString());
        return Side.start(
                "Spring",
                "none",
                Shape::query,
                java(peers.resolve("spring-graphql/target/peer.jar"), "-XX:+UseSerialGC"),
                settings,
                "PORT",
                work.resolve("spring.log"));
    }

    private static List<String> java(Path jar, String flags) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), ServerUnderTest.HEAP));
        if (!flags.isBlank()) {
            command.addAll(List.of(flags.strip().split("\\s+")));
        }
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static String url(dev.parley.schema.DatabaseUrl url) {
        var separator = url.jdbc().contains("?") ? "&" : "?";
        return url.jdbc() + separator + "user=" + url.user() + "&password=" + url.password() + "&prepareThreshold=5";
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
