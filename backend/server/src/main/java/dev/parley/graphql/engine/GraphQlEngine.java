package dev.parley.graphql.engine;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.graphql.Operation;
import dev.parley.graphql.SchemaPart;
import dev.parley.graphql.Shares;
import dev.parley.http.Deadlines;
import dev.parley.persistence.Persistence;
import dev.parley.security.Caller;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQL;
import graphql.execution.reactive.SubscriptionPublisher;
import graphql.introspection.GoodFaithIntrospection;
import graphql.schema.GraphQLSchema;
import io.helidon.microprofile.graphql.server.GraphQlCdiExtension;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Executes operations on the served schema. Everything of one operation happens on the calling thread. */
@ApplicationScoped
public class GraphQlEngine {

    /** What a document costs that is refused or has errors: looking at it took time. */
    private static final long REFUSED = 20;

    private static final String EVENT_POSITION = "eventPosition";

    private final Persistence persistence;
    private final Shares shares;
    private final GraphQLSchema schema;
    private final GraphQL engine;
    private final GraphQlSettings settings;
    private final Documents documents;
    private final Budget budget;
    private final Deadlines deadlines;
    private final Sharing sharing = new Sharing();

    @Inject
    public GraphQlEngine(Persistence persistence, Instance<SchemaPart> parts, BeanManager beans, Clock clock) {
        this(persistence, parts.stream().toList(), beans, clock);
    }

    /** With parts that are no beans. */
    public GraphQlEngine(Persistence persistence, List<SchemaPart> parts, BeanManager beans, Clock clock) {
        this.persistence = persistence;
        this.shares = new Shares(persistence.requestConnections());
        this.schema = SchemaAssembly.assemble(beans.getExtension(GraphQlCdiExtension.class), parts, sharing);
        this.settings = GraphQlSettings.from(ConfigProvider.getConfig());
        this.documents = new Documents(schema, settings.introspection());
        this.budget = new Budget(settings.budget(), clock);
        this.deadlines = new Deadlines(settings.timeout());
        var failures = new Failures();
        this.engine = GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(new Strategies.OfQueries(failures))
                .mutationExecutionStrategy(new Strategies.OfMutations(failures))
                .subscriptionExecutionStrategy(new Strategies.OfSubscriptions(failures))
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(input.getGraphQLContext()
                        .<CheckedDocument>get(CheckedDocument.class)
                        .entry()))
                .build();
    }

    /** The time operations have, and bodies to arrive. */
    public Deadlines deadlines() {
        return deadlines;
    }

    @PreDestroy
    void stop() {
        deadlines.close();
    }

    GraphQLSchema schema() {
        return schema;
    }

    /**
     * Lets a request in, or not, before anything is read for it; its caller pays either way.
     *
     * @param trace is told what is found out, even when the request is refused
     * @throws ParleyException LIMIT_EXCEEDED, RATE_LIMITED, GRAPHQL_VALIDATION_FAILED or BAD_USER_INPUT
     */
    public CheckedDocument admit(GraphQlRequest request, Caller caller, OperationTrace trace) {
        charge(caller, 0, trace); // who has nothing left does not get a document parsed, either
        var document = documents.of(request.query());
        var operation = document.operation(request.operationName()).orElse(null);
        trace.operation(operation);
        if (operation == null) {
            charge(caller, REFUSED, trace);
            if (document.refusal() != null) {
                throw document.refusal();
            }
            if (!document.entry().hasErrors()) {
                throw new ParleyException(
                        ErrorCode.BAD_USER_INPUT, "\"operationName\" must name one of the document's operations");
            }
        } else {
            charge(caller, cost(operation, request, caller, trace), trace);
        }
        return document;
    }

    private long cost(NamedOperation operation, GraphQlRequest request, Caller caller, OperationTrace trace) {
        try {
            long cost = operation.cost().cost(request.variables());
            if (cost > settings.mostCost()) {
                throw Limit.exceeded("cost in points", Long.toString(cost), settings.mostCost());
            }
            return cost;
        } catch (ParleyException e) {
            charge(caller, REFUSED, trace);
            throw e;
        }
    }

    private void charge(Caller caller, long points, OperationTrace trace) {
        var charge = budget.charge(caller, points);
        trace.charge(charge);
        charge.requireGranted();
    }

    /**
     * @return the answer to a query or mutation, or the errors that kept it from being one
     * @throws CallerOutdated when nothing was done since the caller's rights have changed
     */
    public ExecutionResult execute(GraphQlRequest request, CheckedDocument document, Caller caller, String requestId) {
        try (var operation = new Operation(persistence, shares, deadlines, caller, requestId, false)) {
            if (request.query().contains(EVENT_POSITION)) { // it says where all the rest stands
                operation.ofOneMoment();
            }
            var result = engine.execute(input(request, document, operation));
            operation.requireCurrentCaller();
            if (result.getData() == null) {
                operation.requireTimeAndDatabase();
            }
            return result;
        }
    }

    /** Answers for nobody: no row is theirs. Nobody pays for it, and it is not in the request log. */
    ExecutionResult rehearse(GraphQlRequest request) {
        var document = documents.of(request.query());
        document.operation(request.operationName()).orElseThrow().cost().cost(request.variables());
        try (var operation = Operation.ofNobody(persistence, shares, deadlines)) {
            return engine.execute(input(request, document, operation));
        }
    }

    /** @return a result whose data is a publisher of what it is about, or the errors that kept it from beginning */
    public ExecutionResult subscribe(GraphQlRequest request, CheckedDocument document, Operation operation) {
        var result = engine.execute(input(request, document, operation));
        return result.getData() instanceof SubscriptionPublisher publisher
                ? new ExecutionResultImpl(publisher.getUpstreamPublisher(), result.getErrors())
                : result;
    }

    /** Answers what a subscription streams. */
    public StreamAnswers answers(GraphQlRequest request, CheckedDocument document, Operation operation) {
        return new StreamAnswers(
                StreamGroup.of(request, document, operation.caller()),
                sharing,
                element -> show(element, request, document, operation),
                operation.requestId());
    }

    /** @return null when it is not wanted */
    private @Nullable ExecutionResult show(
            Object element, GraphQlRequest request, CheckedDocument document, Operation operation) {
        var input = input(request, document, operation);
        input.getGraphQLContext().put(Element.class, new Element(element));
        try (operation) { // each event reads in a transaction of its own
            var result = engine.execute(input);
            return result.getData() instanceof SubscriptionPublisher shown ? whole(One.of(shown)) : result;
        }
    }

    /** No stream field of ours may be null: where errors made one null, there is no data, as of any other operation. */
    private static @Nullable ExecutionResult whole(@Nullable ExecutionResult shown) {
        return shown != null
                        && shown.getData() instanceof Map<?, ?> data
                        && data.values().contains(null)
                        && !shown.getErrors().isEmpty()
                ? new ExecutionResultImpl(shown.getErrors())
                : shown;
    }

    /** The operation that a subscription is; over when it is closed. */
    public Operation streaming(Caller caller, String requestId) {
        return new Operation(persistence, shares, deadlines, caller, requestId, true);
    }

    /** The answer in the form it is sent in. */
    public static Map<String, Object> answer(ExecutionResult result, String requestId) {
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

    /** The same with what the operation cost. */
    public static Map<String, Object> answer(ExecutionResult result, OperationTrace trace) {
        return trace.withCost(answer(result, trace.requestId()));
    }

    private ExecutionInput input(GraphQlRequest request, CheckedDocument document, Operation operation) {
        return ExecutionInput.newExecutionInput(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                .graphQLContext(Map.of(
                        Operation.class,
                        operation,
                        CheckedDocument.class,
                        document,
                        // What may be asked of the schema is limited as everything else is: by what it costs.
                        GoodFaithIntrospection.GOOD_FAITH_INTROSPECTION_DISABLED,
                        true))
                .build();
    }
}
