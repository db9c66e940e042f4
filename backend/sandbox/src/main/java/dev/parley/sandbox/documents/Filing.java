package dev.parley.sandbox.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.world.Client;
import dev.parley.sandbox.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Puts the companies' documents into their knowledge bases as an owner does: over GraphQL, logged in at Supabase Auth. */
public final class Filing {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String HAS_DOCUMENTS = "{ documents(first: 1) { nodes { id } } }";
    private static final String CREATE =
            """
            mutation ($input: CreateDocumentInput!) { createDocument(input: $input) { \
            document { id version } problems { code field message } } }""";
    private static final String UPDATE =
            """
            mutation ($id: ID!, $version: Int!, $content: String!) { \
            updateDocument(id: $id, version: $version, input: {content: $content}) { \
            document { id version } problems { code field message } } }""";

    private final World world;
    private final URI sandbox;
    private final URI graphql;
    private final HttpClient http = HttpClient.newHttpClient();

    public Filing(World world, URI sandbox, URI graphql) {
        this.world = world;
        this.sandbox = sandbox;
        this.graphql = graphql;
    }

    /** @throws IllegalStateException when one is refused */
    public void fileAll() {
        world.clients().forEach(this::file);
    }

    /** Nothing where there are documents already. */
    private void file(Client client) {
        var token = logIn(client);
        if (!ask(client, token, HAS_DOCUMENTS, Json.object())
                .at("/documents/nodes")
                .isEmpty()) {
            return;
        }
        for (var document : DemoDocuments.in(client.defaultLanguage())) {
            var input = Json.object()
                    .put("title", document.title())
                    .put("content", document.contents().getFirst())
                    .put("contentType", "markdown")
                    .put("category", document.category());
            document.tags().forEach(input.putArray("tags")::add);
            var filed = ask(client, token, CREATE, Json.object().set("input", input));
            for (var next : document.contents().subList(1, document.contents().size())) {
                var now = filed.at("/createDocument/document");
                var variables = Json.object()
                        .put("id", now.path("id").asText())
                        .put("version", now.path("version").asInt())
                        .put("content", next);
                ask(client, token, UPDATE, variables);
            }
        }
    }

    private String logIn(Client client) {
        var owner = world.member(client, "owner");
        var body = Json.object().put("email", owner.email()).put("password", owner.password());
        var request = HttpRequest.newBuilder(sandbox.resolve("/auth/v1/token?grant_type=password"))
                .header("apikey", world.keys().publishable());
        return send(request, body).path("access_token").asText();
    }

    private JsonNode ask(Client client, String token, String document, JsonNode variables) {
        var body = Json.object().put("query", document);
        body.set("variables", variables);
        var request = HttpRequest.newBuilder(graphql)
                .header("Authorization", "Bearer " + token)
                .header("X-Client-Id", client.id().toString());
        var answer = send(request, body);
        if (answer.has("errors") || answer.at("/data").findValuesAsText("code").size() > 0) {
            throw new IllegalStateException("A document was refused: " + answer);
        }
        return answer.path("data");
    }

    private JsonNode send(HttpRequest.Builder request, ObjectNode body) {
        try {
            var answer = http.send(
                    request.header("Content-Type", "application/json")
                            .timeout(PATIENCE)
                            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Answered with " + answer.statusCode() + ": " + answer.body());
            }
            return Json.MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
