package dev.parley.chaos;

import dev.parley.sandbox.world.Client;
import dev.parley.schema.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands in the database in the end, without what may differ: our own ids, versions and times. */
public record EndState(Map<String, String> conversations, Map<String, String> leads) {

    public static EndState of(TestDatabase database) throws SQLException {
        return new EndState(
                rows(
                        database,
                        """
                        select c.elevenlabs_conversation_id, (to_jsonb(c) - array['id', 'version', 'created_at', 'updated_at',
                                   'observed_at', 'agent_id'] || jsonb_build_object('agent', a.elevenlabs_agent_id))::text
                          from conversations c
                          left join agents a on a.client_id = c.client_id and a.id = c.agent_id
                         order by 1"""),
                rows(
                        database,
                        """
                        select c.elevenlabs_conversation_id, (to_jsonb(l) - array['id', 'version', 'created_at', 'updated_at',
                                   'source_conversation_id'])::text
                          from leads l
                          left join conversations c on c.client_id = l.client_id and c.id = l.source_conversation_id
                         order by 1"""));
    }

    /** The ids of a client's events about leads, in order. */
    public static List<Long> leadEvents(TestDatabase database, Client client) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.prepareStatement(
                        "select id from events where client_id = ? and entity = 'lead' order by id")) {
            statement.setObject(1, client.id());
            var ids = new ArrayList<Long>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        }
    }

    /** How many things were said to be created more than once. */
    public static String createdTwice(TestDatabase database) throws SQLException {
        return one(
                database,
                "select count(*) from (select from events where type = 'created' group by client_id, entity, entity_id"
                        + " having count(*) > 1) e");
    }

    public static String one(TestDatabase database, String query) throws SQLException {
        try (var connection = database.connect();
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Map<String, String> rows(TestDatabase database, String query) throws SQLException {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(query)) {
            var found = new LinkedHashMap<String, String>();
            while (rows.next()) {
                if (found.put(rows.getString(1), rows.getString(2)) != null) {
                    throw new AssertionError("Twice: " + rows.getString(1));
                }
            }
            return found;
        }
    }
}
