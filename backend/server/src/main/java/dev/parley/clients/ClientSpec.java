package dev.parley.clients;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client as an operator describes it in PARLEY_CLIENTS_FILE; unknown fields are left alone. Prints without secrets. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ClientSpec(
        UUID id,
        String name,
        @Nullable String defaultLanguage,
        @Nullable String phoneRegion,
        List<AgentSpec> agents,
        List<MemberSpec> members,
        @Nullable String elevenlabsApiKey,
        @Nullable String webhookSecret,
        @Nullable String openaiApiKey) {

    /** An agent at ElevenLabs. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AgentSpec(String id, String name, @Nullable String language) {}

    /** Somebody who may work in the client. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record MemberSpec(UUID userId, @Nullable String email, String role) {}

    /** The file. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record File(List<ClientSpec> clients) {}

    ClientSpec {
        agents = agents == null ? List.of() : List.copyOf(agents);
        members = members == null ? List.of() : List.copyOf(members);
    }

    @Override
    public String toString() {
        return "ClientSpec[" + id + "]";
    }
}
