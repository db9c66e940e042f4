package dev.parley.admin.security;

import dev.parley.admin.graphql.Json;
import dev.parley.admin.proxy.IpAddress;
import dev.parley.admin.security.SignInException.Reason;
import dev.parley.admin.settings.Secret;
import dev.parley.admin.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Supabase Auth as the panel uses it: password, refresh, log-out. */
public final class SupabaseAuth {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Settings settings;
    private final HttpClient http;
    private final Clock clock;

    public SupabaseAuth(Settings settings, HttpClient http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    Tokens password(String email, String password, String address) {
        return grant("password", Map.of("email", email, "password", password), address);
    }

    /** @param address of the person; null when nobody is waiting for it right now */
    Tokens refresh(Secret refreshToken, @Nullable String address) {
        return grant("refresh_token", Map.of("refresh_token", refreshToken.value()), address);
    }

    void logOut(Secret accessToken) {
        send(request("/logout?scope=local", null)
                .header("Authorization", "Bearer " + accessToken.value())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private Tokens grant(String type, Map<String, String> body, @Nullable String address) {
        var response = send(request("/token?grant_type=" + type, address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body)))
                .build());
        var answer = tree(response);
        if (response.statusCode() != 200) {
            throw refusal(response.statusCode(), answer);
        }
        var now = clock.instant();
        return new Tokens(
                new Secret(answer.path("access_token").asString()),
                new Secret(answer.path("refresh_token").asString()),
                now,
                now.plusSeconds(answer.path("expires_in").asLong(3600)),
                answer.path("user").path("id").asString(),
                answer.path("user").path("email").asString(""));
    }

    /** Log-ins through the panel share its address: a secret key, if there is one, lets Supabase count the person's own instead. */
    private HttpRequest.Builder request(String path, @Nullable String address) {
        var request = HttpRequest.newBuilder(URI.create(settings.supabaseUrl() + "/auth/v1" + path))
                .timeout(TIMEOUT)
                .header("X-Supabase-Api-Version", "2024-01-01");
        var secret = settings.supabaseKey();
        if (secret == null) {
            return request.header("apikey", settings.anonKey().value());
        }
        request.header("apikey", secret.value());
        return address == null ? request : request.header("Sb-Forwarded-For", withoutBrackets(address));
    }

    /** Servlets have IPv6 addresses as they stand in a URL. */
    private static String withoutBrackets(String address) {
        return IpAddress.parse(address).map(InetAddress::getHostAddress).orElse(address);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new SignInException(Reason.UNREACHABLE, "Supabase Auth cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SignInException(Reason.UNREACHABLE, "Interrupted while waiting for Supabase Auth", e);
        }
    }

    /** Gateways answer with other things than JSON. */
    private static JsonNode tree(HttpResponse<byte[]> response) {
        try {
            return Json.MAPPER.readTree(response.body());
        } catch (JacksonException e) {
            return Json.MAPPER.createObjectNode();
        }
    }

    private static SignInException refusal(int status, JsonNode answer) {
        var code = answer.path("error_code").asString(answer.path("code").asString(""));
        var reason =
                switch (code) {
                    case "invalid_credentials", "validation_failed" -> Reason.WRONG_CREDENTIALS;
                    case "email_not_confirmed" -> Reason.EMAIL_NOT_CONFIRMED;
                    case "user_banned" -> Reason.BANNED;
                    case "over_request_rate_limit" -> Reason.TOO_MANY_ATTEMPTS;
                    case "refresh_token_not_found",
                            "refresh_token_already_used",
                            "session_not_found",
                            "session_expired",
                            "user_not_found" -> Reason.SESSION_OVER;
                    default -> byStatus(status);
                };
        return new SignInException(reason, "Supabase Auth answered " + status + " " + code);
    }

    private static Reason byStatus(int status) {
        return switch (status) {
            case 429 -> Reason.TOO_MANY_ATTEMPTS;
            case 400, 401, 403, 404, 422 -> Reason.MISCONFIGURED;
            default -> Reason.UNREACHABLE;
        };
    }
}
