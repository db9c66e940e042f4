package dev.parley.sandbox.world;

import java.util.List;
import java.util.UUID;

/** A person who can log in. Prints without password and address. */
public record User(UUID id, String email, String password, List<Membership> memberships) {

    public User {
        memberships = List.copyOf(memberships);
    }

    @Override
    public String toString() {
        return "User[" + id + "]";
    }
}
