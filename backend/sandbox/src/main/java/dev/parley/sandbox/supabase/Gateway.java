package dev.parley.sandbox.supabase;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.http.Request;
import dev.parley.sandbox.world.Keys;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands before Auth at Supabase: nobody gets through without an api key, and a secret one not from a browser. */
final class Gateway {

    private final Keys keys;

    Gateway(Keys keys) {
        this.keys = keys;
    }

    /** @return why the request does not pass; null when it does */
    @Nullable
    Answer refusal(Request request) {
        var key = apiKey(request);
        if (key.isEmpty()) {
            return refused("No API key found in request", "No `apikey` request header or url param was found.");
        }
        var bearer = bearer(request);
        boolean foreignKeyAsBearer = bearer.filter(token -> token.startsWith("sb_") && !token.equals(key.get()))
                .isPresent();
        if (!key.get().equals(keys.publishable()) && !isSecret(request) || foreignKeyAsBearer) {
            return refused("Invalid API key", "Double check your Supabase `anon` or `service_role` API key.");
        }
        if (isSecret(request) && fromBrowser(request)) {
            return refused(
                    "Forbidden use of secret API key in browser",
                    "Secret API keys can only be used in a protected environment.");
        }
        return null;
    }

    /** Whether a server stands behind the request, and nobody else is named in it. */
    boolean isAdmin(Request request) {
        return isSecret(request)
                && bearer(request).filter(token -> !token.equals(keys.secret())).isEmpty();
    }

    static Optional<String> bearer(Request request) {
        return request.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).strip());
    }

    private boolean isSecret(Request request) {
        return apiKey(request).filter(keys.secret()::equals).isPresent();
    }

    private static Optional<String> apiKey(Request request) {
        return request.header("apikey").or(() -> request.query("apikey"));
    }

    private static boolean fromBrowser(Request request) {
        return request.header("User-Agent")
                .filter(agent -> agent.startsWith("Mozilla/"))
                .isPresent();
    }

    private static Answer refused(String message, String hint) {
        return Answer.json(401, Json.object().put("message", message).put("hint", hint));
    }
}
