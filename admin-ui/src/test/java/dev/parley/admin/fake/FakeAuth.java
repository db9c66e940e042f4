package dev.parley.admin.fake;

import dev.parley.admin.graphql.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Supabase Auth: one password for everybody, refresh tokens that work once. */
public final class FakeAuth extends HttpServlet {

    public static final String PASSWORD = "right";

    public final AtomicInteger refreshes = new AtomicInteger();
    /** From where people are said to come, where the panel says it. */
    public final List<String> addresses = new CopyOnWriteArrayList<>();

    public final List<String> loggedOut = new CopyOnWriteArrayList<>();
    public volatile boolean away;
    public volatile int expiresIn = 3600;

    private final AtomicInteger issued = new AtomicInteger();
    private final Map<String, String> emails = new ConcurrentHashMap<>();

    /** Ends all log-ins, as when an administrator does it. */
    public void endAll() {
        emails.clear();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var address = request.getHeader("Sb-Forwarded-For");
        if (address != null) {
            addresses.add(address);
        }
        if (away) {
            answer(response, 503, Map.of("message", "away"));
        } else if (request.getPathInfo().equals("/logout")) {
            loggedOut.add(request.getHeader("Authorization"));
            response.setStatus(204);
        } else {
            token(request.getParameter("grant_type"), Json.MAPPER.readTree(request.getInputStream()), response);
        }
    }

    private void token(String grant, JsonNode body, HttpServletResponse response) throws IOException {
        if (grant.equals("password")) {
            if (body.path("password").asString().equals(PASSWORD)) {
                issue(body.path("email").asString(), response);
            } else {
                answer(response, 400, Map.of("code", "invalid_credentials", "message", "Invalid login credentials"));
            }
            return;
        }
        refreshes.incrementAndGet();
        var email = emails.remove(body.path("refresh_token").asString());
        if (email == null) {
            answer(response, 400, Map.of("code", "refresh_token_already_used", "message", "Already Used"));
        } else {
            issue(email, response);
        }
    }

    private void issue(String email, HttpServletResponse response) throws IOException {
        var refresh = "refresh-" + issued.incrementAndGet();
        emails.put(refresh, email);
        answer(
                response,
                200,
                Map.of(
                        "access_token",
                        "access-" + issued.get() + "-" + email,
                        "refresh_token",
                        refresh,
                        "expires_in",
                        expiresIn,
                        "user",
                        Map.of("id", "u-" + email, "email", email)));
    }

    private static void answer(HttpServletResponse response, int status, Map<String, ?> body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getWriter().write(Json.MAPPER.writeValueAsString(body));
    }
}
