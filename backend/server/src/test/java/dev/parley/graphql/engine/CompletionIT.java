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
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is selected, and whatever goes wrong in it: the answer is the engine's own, value by value and error by error. */
class CompletionIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SDL =
            """
            type Subscription
            type Client { bytes: [Int!] }
            enum Role { OWNER ADMIN ANALYST VIEWER }
            type Query { client: Client strictItem: Item! item: Item items: [Item!] thing: Thing
              tree: Node strict: Node! forest(size: Int = 2): [Node!]! words: [String!] nothing: Node number: Int! }
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

    private final LibraryPart library = new LibraryPart();

    private final GraphQL ours = GraphQL.newGraphQL(ours())
            .queryExecutionStrategy(new Strategies.OfQueries(new Failures()))
            .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(input.getGraphQLContext()
                    .<CheckedDocument>get(CheckedDocument.class)
                    .entry()))
            .build();

    private final GraphQL engines = GraphQL.newGraphQL(engines())
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
    void theAnswerIsTheEnginesOwn(String question) throws Exception {
        var bar = question.indexOf('|');
        var query = bar < 0 ? question : question.substring(0, bar);
        @SuppressWarnings("unchecked") // of an object
        Map<String, Object> variables = bar < 0 ? Map.of() : JSON.readValue(question.substring(bar + 1), Map.class);
        var expected = engines.execute(
                ExecutionInput.newExecutionInput(query).variables(variables).build());
        var answer = ours.execute(input(query).transform(input -> input.variables(variables)));

        assertThat(json(answer)).isEqualTo(json(expected));
        assertThat(paths(answer)).isEqualTo(paths(expected));
    }

    /** Each with its variables, as JSON, after a bar. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // Arguments: defaults, literals, nulls, variables, enums, input objects, lists.
                "{ client { library { items { asked nodes { id } } } } }",
                "{ client { library { items(first: 1, after: \"x\", kind: FILM, kinds: [BOOK, FILM], filter: {text: \"q\","
                        + " kinds: BOOK, inner: {min: null}}, words: \"one\", ratio: 2, exact: true) { asked nodes { id } } } } }",
                "{ client { library { items(after: null, kind: null, kinds: null, filter: null, words: null, ratio: null)"
                        + " { asked nodes { title } } } } }",
                "query ($n: Int, $a: ID, $k: ItemKind, $ks: [ItemKind!], $f: ItemFilter, $w: [String!], $r: Float) { client {"
                        + " library { items(first: $n, after: $a, kind: $k, kinds: $ks, filter: $f, words: $w, ratio: $r)"
                        + " { asked nodes { id } } } } } | {}",
                "query ($n: Int, $a: ID, $k: ItemKind, $ks: [ItemKind!], $f: ItemFilter, $w: [String!], $r: Float) { client {"
                        + " library { items(first: $n, after: $a, kind: $k, kinds: $ks, filter: $f, words: $w, ratio: $r)"
                        + " { asked nodes { id } } } } } | {\"n\": 2, \"a\": 7, \"k\": \"FILM\", \"ks\": \"BOOK\","
                        + " \"f\": {\"text\": \"v\", \"inner\": {}}, \"w\": [\"x\"], \"r\": 3}",
                "query ($a: ID, $k: ItemKind = FILM, $f: ItemFilter, $t: String = \"u\") { client { library {"
                        + " a: items(after: $a, kind: $k, filter: $f) { asked } b: items(filter: {text: $t, min: 5}) { asked }"
                        + " } } } | {\"a\": null, \"k\": null, \"f\": null}",
                "{ client { library { a: items(first: 1) { nodes { id } } b: items(first: 2) { nodes { id } } items { asked } } } }",
                "{ client { library { mixed { cover big: cover(size: 5) same: cover(size: 1) } best { cover(style: \"s\") } } } }",
                // Arguments that are refused are the error of their field.
                "{ client { library { mixed { id cover(size: 10) other: cover(size: 9) } best { cover(size: 11) } } } }",
                "query ($s: Int = 2) { client { library { mixed { id cover(size: $s) title } best { id } } } } | {\"s\": null}",
                "query ($s: Int = 2) { client { library { mixed { similar(first: $s) { id } } best { id } } } } | {\"s\": null}",
                "query ($s: Int = 2) { client { library { mixed { similar(first: $s) { id } } } } } | {\"s\": 1}",
                "query ($e: Boolean = true) { client { library { items(exact: $e) { asked } best { id } } } } | {\"e\": null}",
                // Interfaces and unions.
                "{ client { library { mixed { __typename id title ... on Book { pages } ... on Film { minutes cast }"
                        + " ...OfItem } } } } fragment OfItem on Item { cover maker { name } similar { id ... on Film {"
                        + " minutes similar(first: 1) { __typename title } } } }",
                "{ client { library { things { __typename ... on Item { id maker { name } } ... on Leaflet { text } ...Filmed } } } }"
                        + " fragment Filmed on Film { cast(role: \"hero\") minutes }",
                "{ client { library { holes { id ... on Book { pages } } best { id __typename } anything { __typename ... on Leaflet"
                        + " { text } ... on Film { id } } } } }",
                "{ item { id ... on Film { minutes } } items { __typename ... on Book { pages } } thing { ... on Leaflet { text } }"
                        + " strictItem { title } }",
                "{ client { library { stranger { id } strangers { __typename } best { id } } } }",
                "{ client { library { strictStranger { id } } } item { id } }",
                "{ client { library { mixed { ... on Film { missing } id } best { id } } } }",
                "{ client { library { holes { ... on Film { missing } id } things { ... on Leaflet { broken text } } } } }",
                "{ client { library { holes { ... on Book { brokenBook } id } things { ... on Book { brokenBook } } best { id } } } }",
                "query ($b: Boolean!) { client { library { mixed { ... on Book @include(if: $b) { pages } ... @skip(if: $b) {"
                        + " id } ... on Item { title } } } } } | {\"b\": true}",
                "{ client { library { mixed { x: id ... on Book { x: id y: title } ... on Film { y: title } } } } }",
                "{ client { library { mixed { similar { id } ... on Item { similar { title } } ... on Film { similar {"
                        + " ... on Book { pages } } } } } } }",
            })
    void argumentsAndAbstractTypesAreTheEnginesOwn(String query) throws Exception {
        theAnswerIsTheEnginesOwn(query);
    }

    @Test
    void aFieldIsLoadedOnceForItsArgumentsWhereverItIsSelected() {
        ours.execute(input("{ client { library { mixed { cover a: cover(size: 1) b: cover(size: 2) ... on Book { c:"
                + " cover(size: 2) maker { name } } ... on Film { maker { name } m: maker { name } } } } } }"));

        assertThat(library.loads())
                .containsExactlyInAnyOrder(
                        "cover {size=1} [1, 3, 5, 2, 4]", "cover {size=2} [1, 3, 5, 2, 4]", "maker [1, 3, 5, 2, 4]");
    }

    @Test
    void aliasesOfAFieldAreLoadedOnceForTheirArguments() {
        ours.execute(
                input(
                        "{ client { library { items { asked } a: items(first: 3) { asked } b: items(first: 1) { asked } } } }"));

        assertThat(library.loads()).containsExactly("items", "items");
    }

    @Test
    void aPageSizeThatIsNullIsWhatWasPaidFor() throws Exception {
        var query =
                "query ($n: Int) { client { library { a: items(first: null) { asked } b: items(first: $n) { asked } } } }";
        var variables = new HashMap<String, Object>();
        variables.put("n", null);

        var library = json(ours.execute(input(query).transform(input -> input.variables(variables))))
                .at("/client/library");

        assertThat(library.at("/a/asked").asText()).contains("first=3,");
        assertThat(library.at("/b/asked").asText()).contains("first=3,");
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
                .map(error -> error.getPath() + " " + Failures.code(error))
                .sorted()
                .collect(Collectors.toList());
    }

    private GraphQLSchema ours() {
        var batched = new ArrayList<BatchedField<?, ?, ?>>(OF_NODES);
        batched.addAll(library.batchedFields());
        var types = new HashMap<>(library.types());
        types.put("Node", Node.class);
        types.put("Client", String.class);
        return FieldResolvers.bind(schema(wiring -> {}), batched, types);
    }

    /** With graphql-java's own means. */
    private GraphQLSchema engines() {
        return schema(wiring -> {
            OF_NODES.forEach(field -> fetched(wiring, field.type(), field));
            for (var field : new LibraryPart().batchedFields()) {
                (field.type().equals("Item") ? List.of("Book", "Film") : List.of(field.type()))
                        .forEach(type -> fetched(wiring, type, field));
            }
        });
    }

    private static void fetched(RuntimeWiring.Builder wiring, String type, BatchedField<?, ?, ?> field) {
        wiring.type(type, builder -> builder.dataFetcher(field.field(), oneByOne(field)));
    }

    private static final List<BatchedField<?, ?, ?>> OF_NODES = List.of(
            new BatchedField<Node, Integer, Node>(
                    "Node", "loaded", node -> node.height() == 0 ? null : node.number(), (t, keys) -> keys.stream()
                            .collect(Collectors.toMap(key -> key, key -> new Node(0, key)))),
            new BatchedField<Node, Integer, List<String>>("Node", "loadedNames", Node::number, (t, keys) -> {
                var names = new HashMap<Integer, List<String>>();
                keys.forEach(key -> names.put(key, List.of("one", "of " + key)));
                return names;
            }),
            new BatchedField<Node, Integer, String>("Node", "failing", Node::number, (t, keys) -> {
                throw new IllegalStateException("the database is away");
            }));

    private static GraphQLSchema schema(Consumer<RuntimeWiring.Builder> more) {
        TypeResolver byClass = env -> env.getObject() instanceof LibraryPart.Book
                ? env.getSchema().getObjectType("Book")
                : env.getSchema().getType(env.getObject().getClass().getSimpleName()) instanceof GraphQLObjectType type
                        ? type
                        : null;
        var wiring = RuntimeWiring.newRuntimeWiring()
                .type("Item", type -> type.typeResolver(byClass))
                .type("Thing", type -> type.typeResolver(byClass))
                .type("Query", type -> type.dataFetcher("tree", env -> new Node(2, 1))
                        .dataFetcher("client", env -> "client")
                        .dataFetcher("item", env -> new LibraryPart.Film(1))
                        .dataFetcher("strictItem", env -> new LibraryPart.Rare(1))
                        .dataFetcher("items", env -> List.of(new LibraryPart.Book(1), new LibraryPart.Film(2)))
                        .dataFetcher("thing", env -> new LibraryPart.Leaflet("n"))
                        .dataFetcher("strict", env -> new Node(1, 2))
                        .dataFetcher("forest", env -> nodes(env.<Integer>getArgument("size")))
                        .dataFetcher("words", env -> List.of("one", "two"))
                        .dataFetcher("number", env -> 7)
                        .dataFetcher("nothing", env -> null));
        more.accept(wiring);
        return new SchemaGenerator()
                .makeExecutableSchema(
                        new SchemaParser().parse(SDL + new LibraryPart().sdl() + CostDirectives.SDL + RequiredRole.SDL),
                        wiring.build());
    }

    private static List<Node> nodes(int count) {
        return StreamSupport.stream(List.of(1, 2).spliterator(), false)
                .limit(count)
                .map(number -> new Node(2, number))
                .toList();
    }

    private static <S, K, V> DataFetcher<?> oneByOne(BatchedField<S, K, V> field) {
        return env -> {
            K key = field.key().apply(env.getSource());
            return key == null
                    ? null
                    : field.load().load(null, Set.of(key), env.getArguments()).get(key);
        };
    }
}
