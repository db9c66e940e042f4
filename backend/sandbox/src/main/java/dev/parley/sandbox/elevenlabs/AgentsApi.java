package dev.parley.sandbox.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.http.Request;
import dev.parley.sandbox.http.Routes;
import dev.parley.sandbox.world.Agent;
import dev.parley.sandbox.world.Client;
import dev.parley.sandbox.world.World;
import java.util.List;
import java.util.Locale;

/** {@code /v1/convai/agents}. Each client has one, so that a list has one page and its parameters little to do. */
final class AgentsApi {

    private static final String PATH = "/v1/convai/agents";

    private final Callers callers;
    private final World world;

    AgentsApi(Callers callers, World world) {
        this.callers = callers;
        this.world = world;
    }

    void addTo(Routes routes) {
        routes.add("GET", PATH, callers.only(this::list));
        routes.add("GET", PATH + "/{id}", callers.only(this::one));
    }

    private Answer list(Client client, Request request) {
        var parameters = new Parameters(request);
        parameters.integer("page_size", 1, 100);
        parameters.oneOf("sort_direction", List.of("asc", "desc"));
        parameters.oneOf("sort_by", List.of("name", "created_at", "call_count_7d"));
        if (parameters.text("cursor").isPresent()) {
            throw new InvalidCursorException();
        }
        boolean isArchived = parameters.flag("archived").orElse(false);
        var body = Json.object();
        var agents = body.putArray("agents");
        if (!isArchived && isCalled(client.agent(), parameters.text("search").orElse(""))) {
            agents.add(summary(client.agent()));
        }
        return Answer.json(200, body.putNull("next_cursor").put("has_more", false));
    }

    private Answer one(Client client, Request request) {
        var agent = client.agent();
        return agent.id().equals(request.parameter("id"))
                ? Answer.json(200, detail(agent))
                : Errors.of(404, "not_found", "agent_not_found", "No such agent.", ElevenLabs.requestId(request));
    }

    private static boolean isCalled(Agent agent, String search) {
        return agent.name().toLowerCase(Locale.ROOT).startsWith(search.toLowerCase(Locale.ROOT));
    }

    private ObjectNode summary(Agent agent) {
        var summary = Json.object().put("agent_id", agent.id()).put("name", agent.name());
        summary.putArray("tags");
        summary.put("created_at_unix_secs", world.createdAtUnixSecs()).set("access_info", accessInfo());
        return summary.putNull("last_call_time_unix_secs")
                .put("archived", false)
                .put("voice_id", "voice_sandbox");
    }

    private ObjectNode detail(Agent agent) {
        var detail = Json.object().put("agent_id", agent.id()).put("name", agent.name());
        var speaking = detail.putObject("conversation_config").putObject("agent");
        speaking.put("first_message", "").put("language", agent.language());
        var prompt = speaking.putObject("prompt").put("prompt", "").put("llm", "gemini-2.5-flash");
        prompt.putArray("tool_ids");
        prompt.putArray("knowledge_base");
        detail.putObject("metadata")
                .put("created_at_unix_secs", world.createdAtUnixSecs())
                .put("updated_at_unix_secs", world.createdAtUnixSecs());
        detail.putObject("platform_settings");
        detail.putArray("phone_numbers");
        detail.putArray("whatsapp_accounts");
        detail.set("access_info", accessInfo());
        detail.putArray("tags");
        return detail.putNull("version_id").putNull("branch_id").putNull("main_branch_id");
    }

    private static ObjectNode accessInfo() {
        return Json.object()
                .put("is_creator", true)
                .put("creator_name", "Sandbox")
                .put("creator_email", "sandbox@parley.example")
                .put("role", "admin");
    }
}
