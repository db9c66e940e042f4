package dev.parley.admin.live;

import dev.parley.admin.graphql.Document;

/** A subscription of the API: its operation, taking {@code $after}, and the field that carries the events. */
public record Channel(String field, Document operation) {}
