package dev.parley.sandbox.supabase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.http.Json;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of auth.users. Prints without password and address.
 *
 * @param password null when none was set: invited people have none
 * @param createdAtUnixSecs invited people: when they were invited
 */
record Account(UUID id, String email, @Nullable String password, long createdAtUnixSecs, boolean invited) {

    /** The user object of the API. */
    ObjectNode json(@Nullable Instant lastSignIn) {
        var created = Instant.ofEpochSecond(createdAtUnixSecs).toString();
        var user = Json.object()
                .put("id", id.toString())
                .put("aud", "authenticated")
                .put("role", "authenticated")
                .put("email", email);
        if (invited) {
            user.put("invited_at", created).put("confirmation_sent_at", created);
        } else {
            user.put("email_confirmed_at", created).put("confirmed_at", created);
        }
        user.put("phone", "");
        if (lastSignIn != null) {
            user.put("last_sign_in_at", lastSignIn.toString());
        }
        user.set("app_metadata", appMetadata());
        user.set("user_metadata", userMetadata());
        user.putArray("identities").add(identity(created, lastSignIn));
        return user.put("created_at", created).put("updated_at", created).put("is_anonymous", false);
    }

    ObjectNode appMetadata() {
        var metadata = Json.object().put("provider", "email");
        metadata.putArray("providers").add("email");
        return metadata;
    }

    ObjectNode userMetadata() {
        return Json.object().put("email_verified", !invited);
    }

    private ObjectNode identity(String created, @Nullable Instant lastSignIn) {
        var identity = Json.object()
                .put("identity_id", UUID.nameUUIDFromBytes(Json.bytes(id)).toString())
                .put("id", id.toString())
                .put("user_id", id.toString());
        identity.putObject("identity_data")
                .put("email", email)
                .put("email_verified", !invited)
                .put("phone_verified", false)
                .put("sub", id.toString());
        return identity.put("provider", "email")
                .put("last_sign_in_at", lastSignIn == null ? created : lastSignIn.toString())
                .put("created_at", created)
                .put("updated_at", created)
                .put("email", email);
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
