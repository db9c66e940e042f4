package dev.parley.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.util.List;

/** Documents that clients send, parsed and validated once. */
final class Documents {

    /** A parsed document takes some fifty times the memory of its text. */
    private static final int CACHED_CHARACTERS = 1 << 20;

    private static final int CACHED_DOCUMENT_CHARACTERS = 20_000;

    private final GraphQLSchema schema;
    private final Cache<String, CheckedDocument> recent = Caffeine.newBuilder()
            .maximumWeight(CACHED_CHARACTERS)
            .weigher((String text, CheckedDocument document) -> text.length())
            .build();

    Documents(GraphQLSchema schema) {
        this.schema = schema;
    }

    CheckedDocument of(String text) {
        return text.length() > CACHED_DOCUMENT_CHARACTERS ? check(text) : recent.get(text, this::check);
    }

    private CheckedDocument check(String text) {
        var parsed =
                ParseAndValidate.parse(ExecutionInput.newExecutionInput(text).build());
        if (parsed.isFailure()) {
            return new CheckedDocument(new PreparsedDocumentEntry(parsed.getErrors()), List.of());
        }
        var document = parsed.getDocument();
        var errors = ParseAndValidate.validate(schema, document);
        if (!errors.isEmpty()) {
            return new CheckedDocument(new PreparsedDocumentEntry(document, errors), List.of());
        }
        var operations = document.getDefinitionsOfType(OperationDefinition.class).stream()
                .map(operation -> new NamedOperation(
                        operation.getOperation(),
                        operation.getName(),
                        Deprecations.namedIn(schema, document, operation)))
                .toList();
        return new CheckedDocument(new PreparsedDocumentEntry(document), operations);
    }
}
