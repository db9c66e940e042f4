package dev.parley.sandbox.world;

import java.util.UUID;

/** A person's role in a client: owner, admin, analyst or viewer. */
public record Membership(UUID clientId, String role) {}
