package dev.parley.graphql.engine;

import dev.parley.ParleyException;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document after all checks.
 *
 * @param entry what the engine gets: the document, or its errors
 * @param operations those in it; none when it has errors
 * @param plan what its operations select
 * @param refusal why it is not even looked at; null when it is
 */
public record CheckedDocument(
        PreparsedDocumentEntry entry,
        List<NamedOperation> operations,
        ExecutionPlan plan,
        @Nullable ParleyException refusal) {

    static CheckedDocument valid(Document document, List<NamedOperation> operations) {
        return new CheckedDocument(new PreparsedDocumentEntry(document), operations, new ExecutionPlan(), null);
    }

    static CheckedDocument invalid(List<? extends GraphQLError> errors) {
        return new CheckedDocument(new PreparsedDocumentEntry(errors), List.of(), new ExecutionPlan(), null);
    }

    static CheckedDocument refused(ParleyException why) {
        return new CheckedDocument(new PreparsedDocumentEntry(List.of()), List.of(), new ExecutionPlan(), why);
    }

    /** @param name as the client gave it; null or empty: the only one */
    public Optional<NamedOperation> operation(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return operations.size() == 1 ? Optional.of(operations.getFirst()) : Optional.empty();
        }
        return operations.stream()
                .filter(operation -> name.equals(operation.name()))
                .findFirst();
    }
}
