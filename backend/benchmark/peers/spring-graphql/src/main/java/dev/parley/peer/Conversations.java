package dev.parley.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

@Controller
class Conversations {

    record Page(List<Conversation> nodes) {}

    record Conversation(
            UUID id, String elevenlabsConversationId, UUID agentId, String status, Instant startedAt,
            Integer durationSeconds, String language, String direction, String callSuccessful, String title,
            String summary, Double sentimentScore, List<String> topics, int turnCount) {}

    record Agent(UUID id, String name) {}

    record Lead(
            UUID id, UUID conversation, String name, String email, String phone, String company, int leadQualityScore,
            String status) {}

    record Turn(int index, String role, String message, int secondsIn) {}

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Conversations(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @QueryMapping
    Page conversations(@Argument int first) {
        return new Page(jdbc.sql(
                        """
                        select id, elevenlabs_conversation_id, agent_id, status, started_at, duration_seconds, language,
                               direction, call_successful, title, summary, sentiment_score, topics, turn_count
                          from conversations
                         where client_id = (select private.client_id())
                         order by started_at desc, id desc
                         limit ?""")
                .param(first)
                .query((row, number) -> conversation(row))
                .list());
    }

    @BatchMapping(typeName = "Conversation")
    Map<Conversation, Agent> agent(List<Conversation> conversations) {
        var ids = conversations.stream().map(Conversation::agentId).distinct().toArray(UUID[]::new);
        var agents = new HashMap<UUID, Agent>();
        jdbc.sql("select id, name from agents where client_id = (select private.client_id()) and id = any(?)")
                .param(ids)
                .query((row, number) -> agents.put(
                        row.getObject(1, UUID.class), new Agent(row.getObject(1, UUID.class), row.getString(2))))
                .list();
        var found = new HashMap<Conversation, Agent>();
        conversations.forEach(one -> found.put(one, agents.get(one.agentId())));
        return found;
    }

    @BatchMapping(typeName = "Conversation")
    Map<Conversation, Lead> lead(List<Conversation> conversations) {
        var leads = new HashMap<UUID, Lead>();
        jdbc.sql(
                        """
                        select id, source_conversation_id, name, email, phone, company, lead_quality_score, status
                          from leads
                         where client_id = (select private.client_id()) and source_conversation_id = any(?)""")
                .param(ids(conversations))
                .query((row, number) -> leads.put(
                        row.getObject(2, UUID.class),
                        new Lead(
                                row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3),
                                row.getString(4), row.getString(5), row.getString(6), row.getInt(7),
                                upper(row.getString(8)))))
                .list();
        var found = new HashMap<Conversation, Lead>();
        conversations.forEach(one -> found.put(one, leads.get(one.id())));
        return found;
    }

    @BatchMapping(typeName = "Conversation")
    Map<Conversation, List<Turn>> transcript(List<Conversation> conversations) {
        var transcripts = new HashMap<UUID, List<Turn>>();
        jdbc.sql("select id, transcript_json from conversations where client_id = (select private.client_id()) and id = any(?)")
                .param(ids(conversations))
                .query((row, number) -> transcripts.put(row.getObject(1, UUID.class), turns(row.getString(2))))
                .list();
        var found = new HashMap<Conversation, List<Turn>>();
        conversations.forEach(one -> found.put(one, transcripts.get(one.id())));
        return found;
    }

    private static Conversation conversation(ResultSet row) throws SQLException {
        return new Conversation(
                row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class),
                upper(row.getString(4)), row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getObject(6, Integer.class), row.getString(7), upper(row.getString(8)), upper(row.getString(9)),
                row.getString(10), row.getString(11), row.getObject(12, Double.class),
                Arrays.asList((String[]) row.getArray(13).getArray()), row.getInt(14));
    }

    private List<Turn> turns(String text) {
        try {
            var turns = new ArrayList<Turn>();
            for (JsonNode turn : json.readTree(text)) {
                turns.add(new Turn(
                        turns.size(), turn.path("role").asText().equals("user") ? "USER" : "AGENT",
                        turn.path("message").textValue(), turn.path("time_in_call_secs").asInt()));
            }
            return turns;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID[] ids(List<Conversation> conversations) {
        return conversations.stream().map(Conversation::id).toArray(UUID[]::new);
    }

    private static String upper(String stored) {
        return stored == null ? null : stored.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
