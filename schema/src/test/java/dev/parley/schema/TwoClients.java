package dev.parley.schema;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Two clients with a row each in every relation: decisions/&lt;feature&gt;/rows.sql. */
record TwoClients(UUID a, UUID b) {

    private static final Pattern AFTER = Pattern.compile("^-- after ([a-z ]+)\n");
    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z_]+)\\b");

    static TwoClients seed(Connection owner) throws SQLException {
        var clients = new TwoClients(UUID.randomUUID(), UUID.randomUUID());
        var ordered = new LinkedHashSet<String>();
        DecisionFiles.OURS.features().forEach(feature -> addAfterOthers(feature, ordered, Set.of()));
        for (var feature : ordered) {
            var sql = DecisionFiles.OURS.script(feature, "rows.sql");
            execute(owner, clients.fill(sql, Map.of()));
            execute(owner, new TwoClients(clients.b, clients.a).fill(sql, Map.of()));
        }
        return clients;
    }

    /**
     * A statement with ids in the place of names: {@code :client} is a, {@code :other} is b.
     *
     * @param known ids of other names; any further name stands for an id that is the same in all statements
     */
    String fill(String sql, Map<String, UUID> known) {
        return NAME.matcher(sql).replaceAll(match -> "'" + id(match.group(1), known) + "'");
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private UUID id(String name, Map<String, UUID> known) {
        return switch (name) {
            case "client" -> a;
            case "other" -> b;
            default -> known.getOrDefault(name, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
        };
    }

    private static void addAfterOthers(String feature, Set<String> ordered, Set<String> waiting) {
        if (waiting.contains(feature)) {
            throw new IllegalStateException("rows.sql of %s is to come after itself: %s".formatted(feature, waiting));
        }
        var after = AFTER.matcher(DecisionFiles.OURS.script(feature, "rows.sql"));
        var others = after.find() ? List.of(after.group(1).split(" ")) : List.<String>of();
        var nowWaiting = new LinkedHashSet<>(waiting);
        nowWaiting.add(feature);
        others.forEach(other -> addAfterOthers(other, ordered, nowWaiting));
        ordered.add(feature);
    }
}
