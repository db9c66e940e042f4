package dev.parley.graphql;

import dev.parley.persistence.Persistence;
import dev.parley.security.Caller;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.SubscriptionExecutionStrategy;
import graphql.schema.GraphQLSchema;
import io.helidon.microprofile.graphql.server.GraphQlCdiExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;

/** Executes operations on the served schema. Everything of one operation happens on the calling thread. */
@ApplicationScoped
public class GraphQlEngine {

    private static final int MAX_DEPTH = 15;

    private final Persistence persistence;
    private final Shares shares;
    private final List<SchemaPart> parts;
    private final GraphQLSchema schema;
    private final GraphQL engine;
    private final Documents documents;

    @Inject
    public GraphQlEngine(Persistence persistence, Instance<SchemaPart> parts, BeanManager beans) {
        this.persistence = persistence;
        this.shares = new Shares(persistence.requestConnections());
        this.parts = parts.stream().toList();
        this.schema = SchemaAssembly.assemble(beans.getExtension(GraphQlCdiExtension.class), this.parts);
        this.documents = new Documents(schema);
        var failures = new Failures();
        this.engine = GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(new AsyncExecutionStrategy(failures))
                .mutationExecutionStrategy(new AsyncSerialExecutionStrategy(failures))
                .subscriptionExecutionStrategy(new SubscriptionExecutionStrategy(failures))
                .instrumentation(new MaxQueryDepthInstrumentation(MAX_DEPTH))
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(input.getGraphQLContext()
                        .<CheckedDocument>get(CheckedDocument.class)
                        .entry()))
                .build();
    }

    GraphQLSchema schema() {
        return schema;
    }

    CheckedDocument document(GraphQlRequest request) {
        return documents.of(request.query());
    }

    /** @return the answer to a query or mutation, or the errors that kept it from being one */
    ExecutionResult execute(GraphQlRequest request, CheckedDocument document, Caller caller, String requestId) {
        try (var operation = new Operation(persistence, shares, caller, requestId, false)) {
            return engine.execute(input(request, document, operation));
        }
    }

    /** @return a result whose data is a publisher of results, or the errors that kept it from beginning */
    ExecutionResult subscribe(GraphQlRequest request, CheckedDocument document, Operation operation) {
        return engine.execute(input(request, document, operation));
    }

    Operation streaming(Caller caller, String requestId) {
        return new Operation(persistence, shares, caller, requestId, true);
    }

    /** The answer in the form it is sent in. */
    static Map<String, Object> answer(ExecutionResult result, String requestId) {
        var answer = new LinkedHashMap<String, Object>();
        if (!result.getErrors().isEmpty()) {
            answer.put(
                    "errors",
                    result.getErrors().stream()
                            .map(error -> Failures.finished(error, requestId))
                            .toList());
        }
        if (result.isDataPresent()) {
            answer.put("data", result.getData());
        }
        return answer;
    }

    private ExecutionInput input(GraphQlRequest request, CheckedDocument document, Operation operation) {
        return ExecutionInput.newExecutionInput(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                .graphQLContext(Map.of(Operation.class, operation, CheckedDocument.class, document))
                .dataLoaderRegistry(loaders(operation))
                .build();
    }

    private DataLoaderRegistry loaders(Operation operation) {
        var registry = new DataLoaderRegistry();
        for (var part : parts) {
            part.batchedFields().forEach(field -> register(registry, field, operation));
        }
        return registry;
    }

    private static <S, K, V> void register(
            DataLoaderRegistry registry, BatchedField<S, K, V> field, Operation operation) {
        registry.register(field.loader(), DataLoaderFactory.<K, V>newMappedDataLoader(keys -> {
            try {
                return CompletableFuture.completedFuture(field.load().load(operation.transaction(), keys));
            } catch (java.sql.SQLException e) {
                return CompletableFuture.failedFuture(
                        new dev.parley.persistence.PersistenceException("A statement failed", e));
            }
        }));
    }
}
