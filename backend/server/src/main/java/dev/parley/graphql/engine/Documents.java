package dev.parley.graphql.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.ParleyException;
import graphql.ParseAndValidate;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.schema.GraphQLSchema;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Documents that clients send: measured, parsed and validated once. */
final class Documents {

    /** A parsed document takes some fifty times the memory of its text. */
    private static final int CACHED_CHARACTERS = 1 << 20;

    private static final int CACHED_DOCUMENT_CHARACTERS = 20_000;

    private static final ParserOptions PARSING = ParserOptions.newParserOptions()
            .maxCharacters(Limit.BYTES.allowed())
            .maxTokens(Limit.TOKENS.allowed())
            .maxWhitespaceTokens(Limit.BYTES.allowed())
            .maxRuleDepth(200)
            .build();

    private final GraphQLSchema schema;
    private final boolean introspection;
    private final Cache<String, CheckedDocument> recent = Caffeine.newBuilder()
            .maximumWeight(CACHED_CHARACTERS)
            .weigher((String text, CheckedDocument document) -> text.length())
            .build();

    /** @param introspection whether the schema may be asked for */
    Documents(GraphQLSchema schema, boolean introspection) {
        this.schema = schema;
        this.introspection = introspection;
    }

    CheckedDocument of(String text) {
        return text.length() > CACHED_DOCUMENT_CHARACTERS ? check(text) : recent.get(text, this::check);
    }

    private CheckedDocument check(String text) {
        try {
            Limit.BYTES.check(text.length());
            Limit.BYTES.check(text.getBytes(StandardCharsets.UTF_8).length);
            var document = parse(text);
            DocumentShape.check(document, introspection);
            var errors = ParseAndValidate.validate(schema, document);
            return errors.isEmpty()
                    ? CheckedDocument.valid(document, operations(document))
                    : CheckedDocument.invalid(errors);
        } catch (ParseCancelledException e) {
            return CheckedDocument.refused(Limit.TOKENS.exceeded());
        } catch (ParseCancelledTooDeepException e) {
            return CheckedDocument.refused(Limit.DEPTH.exceeded());
        } catch (InvalidSyntaxException e) {
            return CheckedDocument.invalid(List.of(e.toInvalidSyntaxError()));
        } catch (ParleyException e) {
            return CheckedDocument.refused(e);
        }
    }

    private static Document parse(String text) {
        return Parser.parse(ParserEnvironment.newParserEnvironment()
                .document(text)
                .parserOptions(PARSING)
                .build());
    }

    private List<NamedOperation> operations(Document document) {
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .map(operation -> new NamedOperation(
                        operation.getOperation(),
                        operation.getName(),
                        new CostPlan(schema, document, operation),
                        Deprecations.namedIn(schema, document, operation)))
                .toList();
    }
}
