package dev.parley.admin.clients;

/** A company, as one of its members sees it. */
public record Client(String id, String name, Role role) {}
