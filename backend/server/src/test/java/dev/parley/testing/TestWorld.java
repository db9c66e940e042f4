package dev.parley.testing;

import dev.parley.sandbox.world.Client;
import dev.parley.sandbox.world.Membership;
import dev.parley.sandbox.world.User;
import dev.parley.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The demo's two companies, with somebody in each role. */
public final class TestWorld {

    private TestWorld() {}

    static World create() {
        var demo = World.demo();
        var users = new ArrayList<>(demo.users());
        for (var client : demo.clients()) {
            for (var role : List.of("admin", "analyst")) {
                users.add(new User(
                        UUID.randomUUID(),
                        role + "-" + client.defaultLanguage() + "@parley.example",
                        "only-for-tests",
                        List.of(new Membership(client.id(), role))));
            }
        }
        return new World(demo.createdAtUnixSecs(), demo.clients(), users, demo.keys());
    }

    /** Somebody who has the role in this client and works nowhere else. */
    static User member(World world, Client client, String role) {
        return world.users().stream()
                .filter(user -> user.memberships().equals(List.of(new Membership(client.id(), role))))
                .findFirst()
                .orElseThrow();
    }
}
