package dev.parley.graphql;

import graphql.execution.preparsed.PreparsedDocumentEntry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document after parsing and validation.
 *
 * @param entry what the engine gets: the document, or its errors
 * @param operations those in it; none when it has errors
 */
record CheckedDocument(PreparsedDocumentEntry entry, List<NamedOperation> operations) {

    /** @param name as the client gave it; null or empty: the only one */
    Optional<NamedOperation> operation(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return operations.size() == 1 ? Optional.of(operations.getFirst()) : Optional.empty();
        }
        return operations.stream()
                .filter(operation -> name.equals(operation.name()))
                .findFirst();
    }
}
