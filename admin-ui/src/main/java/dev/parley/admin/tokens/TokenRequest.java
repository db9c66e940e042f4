package dev.parley.admin.tokens;

import dev.parley.admin.clients.Role;
import java.util.Map;

/** A token that somebody wants. */
record TokenRequest(String name, Role role, int expiresInDays) {

    Map<String, Object> input() {
        return Map.of("name", name, "role", role.name(), "expiresInDays", expiresInDays);
    }
}
