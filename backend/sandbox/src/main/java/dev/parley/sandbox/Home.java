package dev.parley.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.world.Client;
import dev.parley.sandbox.world.PrivateFile;
import dev.parley.sandbox.world.World;
import java.nio.file.Path;

/** Writes what the neighbours of a sandbox need to know of its world. All of it is for its owner's eyes only. */
final class Home {

    private final World world;

    Home(World world) {
        this.world = world;
    }

    /** The clients as the server takes them in. */
    void writeClients(Path file) {
        var content = Json.object();
        var clients = content.putArray("clients");
        world.clients().forEach(client -> clients.add(client(client)));
        PrivateFile.write(file, content);
    }

    /** The project's keys, for a shell to read. */
    void writeEnvironment(Path file) {
        PrivateFile.write(
                file,
                "SUPABASE_ANON_KEY=" + world.keys().publishable() + "\nSUPABASE_SERVICE_ROLE_KEY="
                        + world.keys().secret() + "\n");
    }

    /** Where everything is and who may log in. */
    void writeDescription(Options options) {
        var sandboxUrl = options.text("sandbox-url").replaceFirst("/+$", "");
        var content = Json.object()
                .put("graphqlUrl", options.text("graphql-url"))
                .put("graphqlWsUrl", options.text("graphql-ws-url"))
                .put("panelUrl", options.text("panel-url"))
                .put("sandboxUrl", sandboxUrl)
                .put("authUrl", sandboxUrl + "/auth/v1")
                .put("anonKey", world.keys().publishable())
                .put("databaseUrl", options.secret("database-url"));
        var users = content.putArray("users");
        world.users().forEach(user -> user.memberships().forEach(membership -> users.addObject()
                .put("email", user.email())
                .put("password", user.password())
                .put("client", membership.clientId().toString())
                .put("role", membership.role())));
        var clients = content.putArray("clients");
        world.clients().forEach(client -> clients.addObject()
                .put("id", client.id().toString())
                .put("name", client.name())
                .putArray("agentIds")
                .add(client.agent().id()));
        PrivateFile.write(options.path("out"), content);
    }

    private ObjectNode client(Client client) {
        var content = Json.object()
                .put("id", client.id().toString())
                .put("name", client.name())
                .put("defaultLanguage", client.defaultLanguage());
        content.putArray("agents").add(Json.MAPPER.<ObjectNode>valueToTree(client.agent()));
        var members = content.putArray("members");
        world.users().forEach(user -> user.memberships().stream()
                .filter(membership -> membership.clientId().equals(client.id()))
                .forEach(membership -> members.addObject()
                        .put("userId", user.id().toString())
                        .put("email", user.email())
                        .put("role", membership.role())));
        return content.put("elevenlabsApiKey", client.elevenlabsApiKey()).put("webhookSecret", client.webhookSecret());
    }
}
