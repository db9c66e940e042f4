package dev.parley.conversations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A client's agent at ElevenLabs. */
@Entity
@Table(name = "agents")
public class Agent {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "client_id")
    private UUID clientId;

    @Column(name = "elevenlabs_agent_id")
    private String elevenlabsAgentId;

    @Column(name = "name")
    private String name;

    protected Agent() {}

    public UUID id() {
        return id;
    }

    public String elevenlabsAgentId() {
        return elevenlabsAgentId;
    }

    public String name() {
        return name;
    }
}
