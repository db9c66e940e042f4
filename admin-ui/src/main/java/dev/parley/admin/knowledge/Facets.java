package dev.parley.admin.knowledge;

import java.util.List;

/** The categories and tags there are. */
record Facets(List<Facet> categories, List<Facet> tags) {

    static final Facets NONE = new Facets(List.of(), List.of());

    /** A category or a tag. */
    record Facet(String name) {}

    List<String> categoryNames() {
        return categories.stream().map(Facet::name).toList();
    }

    List<String> tagNames() {
        return tags.stream().map(Facet::name).toList();
    }
}
