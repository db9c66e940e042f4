package dev.parley.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.StartException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Accounts at Supabase Auth, as an administrator sees them. */
final class SupabaseUsers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int PAGE = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final String authUrl;
    private final String serviceKey;

    SupabaseUsers(String authUrl, String serviceKey) {
        this.authUrl = authUrl;
        this.serviceKey = serviceKey;
    }

    /** @throws StartException when Supabase refuses or is away */
    UUID findOrInvite(String email) {
        return find(email).orElseGet(() -> invite(email));
    }

    private Optional<UUID> find(String email) {
        for (int page = 1; ; page++) {
            var users = send(request("/admin/users?page=" + page + "&per_page=" + PAGE)
                            .GET())
                    .path("users");
            for (var user : users) {
                if (user.path("email").asText().equalsIgnoreCase(email)) {
                    return Optional.of(UUID.fromString(user.path("id").asText()));
                }
            }
            if (users.size() < PAGE) {
                return Optional.empty();
            }
        }
    }

    private UUID invite(String email) {
        var body = JSON.valueToTree(Map.of("email", email)).toString();
        var user = send(request("/invite").POST(HttpRequest.BodyPublishers.ofString(body)));
        return UUID.fromString(user.path("id").asText());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(authUrl + path))
                .timeout(TIMEOUT)
                .header("apikey", serviceKey)
                .header("Authorization", "Bearer " + serviceKey)
                .header("Content-Type", "application/json");
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new StartException(
                        "Supabase Auth answered " + response.statusCode()
                                + " when asked for the owner's account: is SUPABASE_SERVICE_ROLE_KEY the project's, and PARLEY_OWNER_EMAIL an address?");
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new StartException("Supabase Auth does not answer at " + authUrl, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted", e);
        }
    }
}
