package dev.parley.security;

import java.util.UUID;

/** A client somebody may work in, and as what. */
public record Membership(UUID clientId, String clientName, Role role) {}
