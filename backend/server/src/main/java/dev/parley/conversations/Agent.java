package dev.parley.conversations;

import dev.parley.persistence.Rows;
import java.util.UUID;

/** A client's agent at ElevenLabs. */
public record Agent(UUID id, String elevenlabsAgentId, String name) {

    static final Rows<Agent> ROWS = new Rows<>(
            "id, elevenlabs_agent_id, name",
            "agents",
            "created_at",
            row -> new Agent(row.getObject(1, UUID.class), row.getString(2), row.getString(3)));
}
