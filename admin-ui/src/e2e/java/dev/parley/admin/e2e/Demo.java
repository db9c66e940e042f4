package dev.parley.admin.e2e;

import dev.parley.admin.graphql.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a running demo says of itself, and how to make somebody call there. */
record Demo(String panelUrl, String graphqlUrl, String sandboxUrl, List<User> users, List<Client> clients) {

    record User(String email, String password, String client, String role) {}

    record Client(String id, String name, List<String> agentIds) {}

    static Path file() {
        return Path.of(System.getProperty("parley.demo", ".parley/demo.json"));
    }

    static Demo running() {
        try {
            return Json.MAPPER.readValue(Files.readString(file()), Demo.class);
        } catch (IOException e) {
            throw new IllegalStateException("Start ./parley demo and name its demo.json with -Dparley.demo", e);
        }
    }

    User user(String role, Client client) {
        return users.stream()
                .filter(user -> user.role().equals(role) && user.client().equals(client.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody who belongs to all clients. */
    User everywhere() {
        return users.stream()
                .filter(user -> users.stream()
                                .filter(other -> other.email().equals(user.email()))
                                .count()
                        == clients.size())
                .findFirst()
                .orElseThrow();
    }

    String leads(Client client) {
        return panelUrl + "/c/" + client.id() + "/leads";
    }

    String conversations(Client client) {
        return panelUrl + "/c/" + client.id() + "/conversations";
    }

    String sync(Client client) {
        return panelUrl + "/c/" + client.id() + "/sync";
    }

    String knowledge(Client client) {
        return panelUrl + "/c/" + client.id() + "/knowledge";
    }

    String tokens(Client client) {
        return panelUrl + "/c/" + client.id() + "/tokens";
    }

    /** What the API answers a program. */
    String ask(String token, String query) {
        return send(HttpRequest.newBuilder(URI.create(graphqlUrl))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                Json.MAPPER.writeValueAsString(Map.of("query", query)))))
                .body();
    }

    void play(Call call) {
        control("/control/calls", "POST", call.json());
    }

    /** From now on ElevenLabs answers nothing but that it is unavailable. */
    void breakElevenLabs() {
        control("/control/faults", "POST", "{\"path\":\"/v1/.*\",\"kind\":\"unavailable\",\"count\":-1}");
    }

    void mendElevenLabs() {
        control("/control/faults", "DELETE", "");
    }

    private void control(String path, String method, String body) {
        var answer = send(HttpRequest.newBuilder(URI.create(sandboxUrl + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("The sandbox answered " + answer.statusCode());
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
