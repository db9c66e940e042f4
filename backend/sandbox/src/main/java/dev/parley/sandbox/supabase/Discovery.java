package dev.parley.sandbox.supabase;

import com.nimbusds.jose.jwk.ECKey;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Auth tells about itself. */
final class Discovery {

    private final Map<String, Object> publicKey;

    Discovery(ECKey key) {
        publicKey = new LinkedHashMap<>(key.toPublicJWK().toJSONObject());
        publicKey.put("key_ops", List.of("verify"));
        publicKey.put("ext", true);
    }

    Answer keys(Request request) {
        return Answer.json(200, Map.of("keys", List.of(publicKey))).with("Cache-Control", "public, max-age=600");
    }

    static Answer settings() {
        var settings = Json.object();
        settings.putObject("external")
                .put("anonymous_users", false)
                .put("email", true)
                .put("phone", false);
        settings.put("disable_signup", true)
                .put("mailer_autoconfirm", false)
                .put("phone_autoconfirm", false)
                .put("sms_provider", "")
                .put("saml_enabled", false);
        return Answer.json(200, settings);
    }

    static Answer health() {
        return Answer.json(
                200,
                Json.object()
                        .put("version", "v2.189.0")
                        .put("name", "GoTrue")
                        .put("description", "GoTrue is a user registration and authentication API"));
    }
}
