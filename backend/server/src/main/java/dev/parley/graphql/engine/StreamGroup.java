package dev.parley.graphql.engine;

import dev.parley.security.Caller;
import dev.parley.security.Role;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Subscribers who get the same answers: the same document and variables, from where they began apart, in the same role.
 *
 * @param program whether they are programs; some fields are for people
 */
record StreamGroup(
        UUID clientId,
        Role role,
        boolean program,
        String query,
        @Nullable String operationName,
        Map<String, Object> variables) {

    private static final String POSITION = "after";

    static StreamGroup of(GraphQlRequest request, CheckedDocument document, Caller caller) {
        var membership = caller.inClient();
        var variables = new HashMap<>(request.variables());
        position(document.entry().getDocument()).ifPresent(variables::remove);
        return new StreamGroup(
                membership.clientId(),
                membership.role(),
                caller.identity().isProgram(),
                request.query(),
                request.operationName(),
                variables);
    }

    /** The variable that says where the stream begins, when it says nothing else. A field inside may have an "after", too. */
    private static Optional<String> position(Document document) {
        var positions = document.getDefinitionsOfType(OperationDefinition.class).stream()
                .flatMap(operation -> operation.getSelectionSet().getSelectionsOfType(Field.class).stream())
                .flatMap(field -> field.getArguments().stream())
                .filter(argument -> argument.getName().equals(POSITION))
                .flatMap(StreamGroup::references)
                .distinct()
                .toList();
        return positions.size() == 1
                        && references(document)
                                        .filter(positions.getFirst()::equals)
                                        .count()
                                == 1
                ? Optional.of(positions.getFirst())
                : Optional.empty();
    }

    private static Stream<String> references(Node<?> node) {
        return nodes(node).filter(VariableReference.class::isInstance).map(found -> ((VariableReference) found)
                .getName());
    }

    private static Stream<Node<?>> nodes(Node<?> root) {
        return Stream.concat(Stream.of(root), root.getChildren().stream().flatMap(child -> nodes((Node<?>) child)));
    }
}
