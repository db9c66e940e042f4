package dev.parley.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.graphql.BatchedField;
import dev.parley.graphql.Operation;
import dev.parley.graphql.Shares;
import dev.parley.http.Deadlines;
import dev.parley.persistence.Persistence;
import dev.parley.testing.Parley;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.AsyncExecutionStrategy;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is selected, and whatever goes wrong in it: the answer is the engine's own, value by value and error by error. */
class CompletionIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SDL =
            """
            type Query { tree: Node strict: Node! forest(size: Int = 2): [Node!]! words: [String!] nothing: Node number: Int! }
            type Node {
              id: ID! name: String size: Int! ratio: Float flag: Boolean kind: Kind! kinds: [Kind!]!
              tags: [String!]! labels: [String!]! noList: [String] holes: [String] grid: [[Int!]!]! child: Node children: [Node!]! some: [Node]
              broken: String brokenNonNull: String! missing: String! wrong: Int brokenChild: Node! loaded: Node
              loadedNames: [String!] failing: String
            }
            enum Kind { LEAF BRANCH }
            """;

    /** The names of the constants are those of the enum in the schema. */
    public enum Kind {
        LEAF,
        BRANCH
    }

    /** A node some levels above the leaves. */
    public record Node(int height, int number) {

        public String getId() {
            return height + "-" + number;
        }

        public @Nullable String getName() {
            return number % 2 == 0 ? null : "node " + number;
        }

        public int getSize() {
            return number;
        }

        public Double getRatio() {
            return number / 3.0;
        }

        public boolean isFlag() {
            return number > 1;
        }

        public Kind getKind() {
            return height == 0 ? Kind.LEAF : Kind.BRANCH;
        }

        public List<Kind> getKinds() {
            return List.of(Kind.LEAF, getKind());
        }

        public List<String> tags() {
            return List.of("a", "b" + number);
        }

        public Set<String> getLabels() {
            return new TreeSet<>(List.of("first", "second " + number));
        }

        public String getNoList() {
            return "one";
        }

        public List<@Nullable String> getHoles() {
            return Arrays.asList("x", null, "z");
        }

        public List<List<Integer>> getGrid() {
            return List.of(List.of(1, 2), List.of(), List.of(number));
        }

        public @Nullable Node getChild() {
            return height == 0 ? null : new Node(height - 1, number);
        }

        public List<Node> getChildren() {
            return height == 0 ? List.of() : List.of(new Node(height - 1, 1), new Node(height - 1, 2));
        }

        public List<@Nullable Node> getSome() {
            return Arrays.asList(getChild(), null, new Node(0, 3));
        }

        public String getBroken() {
            throw new IllegalStateException("broken");
        }

        public String getBrokenNonNull() {
            if (number == 2) {
                throw new IllegalStateException("broken");
            }
            return "whole";
        }

        public @Nullable String getMissing() {
            return number == 2 ? null : "there";
        }

        public String getWrong() {
            return "not a number";
        }

        public Node getBrokenChild() {
            return new Node(0, 2);
        }
    }

    private final Operation operation = operation();

    @AfterEach
    void end() {
        operation.close();
    }

    private final GraphQL ours = GraphQL.newGraphQL(schema(Loaded::new))
            .queryExecutionStrategy(new Strategies.OfQueries(new Failures()))
            .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(input.getGraphQLContext()
                    .<CheckedDocument>get(CheckedDocument.class)
                    .entry()))
            .build();

    private final GraphQL engines = GraphQL.newGraphQL(schema(CompletionIT::oneByOne))
            .queryExecutionStrategy(new AsyncExecutionStrategy(new Failures()))
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ tree { id name size ratio flag kind kinds tags labels holes grid __typename } number words }",
                "{ a: tree { b: id c: id child { d: name child { id } } } tree { id } }",
                "{ forest { id children { id children { kind } } some { id name } } nothing { id } }",
                "{ forest(size: 0) { id children { id } } }",
                "query ($yes: Boolean = true, $no: Boolean = false) { tree { id @skip(if: $yes) name @include(if: $yes)"
                        + " size @include(if: $no) ...Part @include(if: $yes) ... @skip(if: $no) { flag } } }"
                        + " fragment Part on Node { tags child { ...Leaf } } fragment Leaf on Node { id kind }",
                "{ tree { child { id } child { name } ...More ... on Node { child { size } } } }"
                        + " fragment More on Node { child { ratio } id }",
                "{ tree { loaded { id loadedNames loaded { id } } loadedNames } forest { loaded { name } } }",
                "{ tree { id broken child { broken } } forest { broken id } }",
                "{ forest { id brokenNonNull } }",
                "{ tree { children { id brokenNonNull } name } strict { id } }",
                "{ tree { some { id missing } child { children { missing } } id } }",
                "{ strict { children { missing } } tree { id } }",
                "{ tree { wrong id } forest { wrong } }",
                "{ tree { noList id } forest { labels } }",
                "{ tree { brokenChild { id brokenNonNull } id } }",
                "{ tree { some { brokenChild { missing } } } }",
                "{ tree { failing children { failing id } } forest { children { failing } } }",
                "{ __schema { queryType { name } } tree { id } __type(name: \"Node\") { fields { name } } }",
            })
    void theAnswerIsTheEnginesOwn(String query) throws Exception {
        var expected = engines.execute(query);
        var answer = ours.execute(input(query));

        assertThat(json(answer)).isEqualTo(json(expected));
        assertThat(paths(answer)).isEqualTo(paths(expected));
    }

    private static Operation operation() {
        Parley.shared();
        return Operation.ofNobody(
                CDI.current().select(Persistence.class).get(), new Shares(10), new Deadlines(Duration.ofSeconds(20)));
    }

    private ExecutionInput input(String query) {
        var document = Parser.parse(query);
        assertThat(document.getDefinitionsOfType(OperationDefinition.class)).hasSize(1);
        return ExecutionInput.newExecutionInput(query)
                .graphQLContext(Map.of(
                        CheckedDocument.class, CheckedDocument.valid(document, List.of()), Operation.class, operation))
                .build();
    }

    private static JsonNode json(ExecutionResult result) throws Exception {
        return JSON.readTree(JSON.writeValueAsBytes(result.getData()));
    }

    /** Where errors are; they may come in another order. */
    private static List<String> paths(ExecutionResult result) {
        return result.getErrors().stream()
                .map(error -> error.getPath().toString())
                .sorted()
                .collect(Collectors.toList());
    }

    private static GraphQLSchema schema(Function<BatchedField<Node, Integer, ?>, DataFetcher<?>> batched) {
        var fields = List.<BatchedField<Node, Integer, ?>>of(
                new BatchedField<>(
                        "Node", "loaded", node -> node.height() == 0 ? null : node.number(), (t, keys) -> keys.stream()
                                .collect(Collectors.toMap(key -> key, key -> new Node(0, key)))),
                new BatchedField<>("Node", "loadedNames", Node::number, (t, keys) -> {
                    var names = new HashMap<Integer, List<String>>();
                    keys.forEach(key -> names.put(key, List.of("one", "of " + key)));
                    return names;
                }),
                new BatchedField<Node, Integer, String>("Node", "failing", Node::number, (t, keys) -> {
                    throw new IllegalStateException("the database is away");
                }));
        var wiring = RuntimeWiring.newRuntimeWiring()
                .type("Query", type -> type.dataFetcher("tree", env -> new Node(2, 1))
                        .dataFetcher("strict", env -> new Node(1, 2))
                        .dataFetcher("forest", env -> nodes(env.<Integer>getArgument("size")))
                        .dataFetcher("words", env -> List.of("one", "two"))
                        .dataFetcher("number", env -> 7)
                        .dataFetcher("nothing", env -> null))
                .type("Node", type -> {
                    fields.forEach(field -> type.dataFetcher(field.field(), batched.apply(field)));
                    return type;
                });
        return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SDL), wiring.build());
    }

    private static List<Node> nodes(int count) {
        return StreamSupport.stream(List.of(1, 2).spliterator(), false)
                .limit(count)
                .map(number -> new Node(2, number))
                .toList();
    }

    private static <V> DataFetcher<?> oneByOne(BatchedField<Node, Integer, V> field) {
        return env -> {
            var key = field.key().apply(env.getSource());
            return key == null ? null : field.load().load(null, Set.of(key)).get(key);
        };
    }
}
