package dev.parley.admin.security;

import dev.parley.admin.graphql.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Somebody at the panel over HTTP, with cookies and headers of their own; does by hand what a browser's scripts do. */
final class Visitor {

    final Map<String, String> cookies = new TreeMap<>();
    final Map<String, String> headers = new TreeMap<>();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String panel;

    record Page(int ui, String csrf, int syncId, int form) {}

    Visitor(int port) {
        this.panel = "http://127.0.0.1:" + port + "/";
    }

    HttpResponse<String> load(String path) throws IOException, InterruptedException {
        return send(request(path).header("Accept", "text/html"));
    }

    /** @return what the page says then, as Vaadin sends it */
    String logIn(String email, String password) throws IOException, InterruptedException {
        return logIn(openLogIn(), email, password);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        setCookies(answer).forEach(this::keep);
        return answer;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(panel + path));
    }

    static List<String> setCookies(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    Page openLogIn() throws IOException, InterruptedException {
        var init = json(send(request("?v-r=init&location=login&query="))).path("appConfig");
        var csrf = init.path("uidl").path("Vaadin-Security-Key").asString();
        var page = new Page(init.path("v-uiId").asInt(), csrf, 0, 0);
        var where = Map.of("route", "login", "query", "", "trigger", "", "appShellTitle", "");
        var shown = rpc(page, Map.of("type", "event", "node", 1, "event", "ui-navigate", "data", where));
        var form = StreamSupport.stream(shown.path("changes").spliterator(), false)
                .filter(change -> change.path("value").asString("").equals("vaadin-login-form"))
                .findFirst()
                .orElseThrow()
                .path("node")
                .asInt();
        return new Page(page.ui, csrf, shown.path("syncId").asInt(), form);
    }

    /** @return what the page says then, as Vaadin sends it */
    String logIn(Page page, String email, String password) throws IOException, InterruptedException {
        var data = Map.of("event.detail.username", email, "event.detail.password", password);
        return rpc(page, Map.of("type", "event", "node", page.form, "event", "login", "data", data))
                .toString();
    }

    private JsonNode rpc(Page page, Map<String, ?> call) throws IOException, InterruptedException {
        var body = Map.of("csrfToken", page.csrf, "rpc", List.of(call), "syncId", page.syncId, "clientId", page.syncId);
        return json(send(request("?v-r=uidl&v-uiId=" + page.ui)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body)))));
    }

    /** What belongs to a page has {@code for(;;);[…]} around it. */
    private static JsonNode json(HttpResponse<String> answer) {
        var body = answer.body();
        return Json.MAPPER.readTree(
                body.startsWith("for(;;);") ? body.substring("for(;;);[".length(), body.length() - 1) : body);
    }

    private void keep(String setCookie) {
        var name = setCookie.substring(0, setCookie.indexOf('='));
        var value = setCookie.substring(name.length() + 1).replaceFirst(";.*", "");
        if (value.isEmpty()) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }
}
