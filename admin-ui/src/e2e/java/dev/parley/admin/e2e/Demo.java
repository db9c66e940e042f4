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

/** What a running demo says of itself, and how to make somebody call there. */
record Demo(String panelUrl, String sandboxUrl, List<User> users, List<Client> clients) {

    record User(String email, String password, String client, String role) {}

    record Client(String id, String name, List<String> agentIds) {}

    static Demo running() {
        try {
            var file = Path.of(System.getProperty("parley.demo", ".parley/demo.json"));
            return Json.MAPPER.readValue(Files.readString(file), Demo.class);
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
        var request = HttpRequest.newBuilder(URI.create(sandboxUrl + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("The sandbox answered " + answer.statusCode());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
