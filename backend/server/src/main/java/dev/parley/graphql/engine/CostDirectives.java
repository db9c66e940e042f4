package dev.parley.graphql.engine;

import dev.parley.StartException;
import dev.parley.graphql.Cost;
import dev.parley.graphql.ListSize;
import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/** What fields cost, as the schema tells everybody: two directives of the GraphQL Cost Directives specification. */
final class CostDirectives {

    static final String COST = "cost";
    static final String LIST_SIZE = "listSize";

    static final String SDL =
            """
            \"""
            What a field costs, in points, beside what is selected inside it; without it, 1 for an object, else 0. On an
            argument: what it adds when it is given and not null; without it, nothing.
            \"""
            directive @cost("The points, a whole number." weight: String!) on FIELD_DEFINITION | ARGUMENT_DEFINITION
            "How many objects a list is taken to hold: what is selected inside costs so many times."
            directive @listSize(
              "This many objects, when no argument says it."
              assumedSize: Int
              "As many as the argument of this name says."
              slicingArguments: [String!]
              "The lists inside this field that are meant; without it, the field itself is the list."
              sizedFields: [String!]
            ) on FIELD_DEFINITION
            """;

    /** They come out of memory, not out of the database. */
    static final int SCHEMA_OBJECTS_OF_A_POINT = 20;

    private static final int SCHEMA = 100;

    private static final int TYPE = 10;

    /**
     * How long the list is.
     *
     * @param by the argument that says it, null: none does
     * @param of the fields inside that are that long; empty: the field itself
     */
    record Sizing(int assumed, @Nullable String by, Set<String> of) {}

    private CostDirectives() {}

    /** What the annotations on an API method or getter come to in SDL. */
    static List<Directive> declaredBy(Method method) {
        var directives = new ArrayList<>(costDeclaredBy(method));
        var size = method.getAnnotation(ListSize.class);
        if (size != null) {
            var arguments = new ArrayList<Argument>();
            if (size.assumed() > 0) {
                arguments.add(new Argument("assumedSize", IntValue.of(size.assumed())));
            }
            if (!size.by().isEmpty()) {
                arguments.add(new Argument("slicingArguments", strings(size.by())));
            }
            if (size.of().length > 0) {
                arguments.add(new Argument("sizedFields", strings(size.of())));
            }
            directives.add(directive(LIST_SIZE, arguments.toArray(Argument[]::new)));
        }
        return directives;
    }

    /** What the annotations on an argument of an API method come to. */
    static List<Directive> declaredBy(Method method, String argument) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(Name.class)
                        && parameter.getAnnotation(Name.class).value().equals(argument))
                .flatMap(parameter -> costDeclaredBy(parameter).stream())
                .toList();
    }

    private static List<Directive> costDeclaredBy(AnnotatedElement element) {
        var cost = element.getAnnotation(Cost.class);
        return cost == null
                ? List.of()
                : List.of(directive(COST, new Argument("weight", StringValue.of(Integer.toString(cost.value())))));
    }

    /** The least that asking for the schema costs, or for a type of it; 0 for any other field. */
    static int introspection(String field) {
        return switch (field) {
            case "__schema" -> SCHEMA;
            case "__type" -> TYPE;
            default -> 0;
        };
    }

    static int weight(GraphQLFieldDefinition field) {
        return declared(field, GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType ? 1 : 0);
    }

    /** What an argument adds to its field when it is given. */
    static int weight(GraphQLArgument argument) {
        return declared(argument, 0);
    }

    private static int declared(GraphQLDirectiveContainer element, int otherwise) {
        var declared = element.getAppliedDirective(COST);
        return declared == null
                ? otherwise
                : Integer.parseInt(declared.getArgument("weight").getValue());
    }

    static @Nullable Sizing sizing(GraphQLFieldDefinition field) {
        var declared = field.getAppliedDirective(LIST_SIZE);
        if (declared == null) {
            return null;
        }
        Integer assumed = declared.getArgument("assumedSize").getValue();
        var by = texts(declared, "slicingArguments");
        return new Sizing(
                assumed == null ? 1 : assumed,
                by.isEmpty() ? null : by.getFirst(),
                Set.copyOf(texts(declared, "sizedFields")));
    }

    /**
     * @throws StartException when a list of objects does not say how long it is, or names an argument for it that
     *     cannot say that
     */
    static void requireSizes(GraphQLSchema schema) {
        var sized = new ArrayList<String>();
        var lists = new ArrayList<String>();
        for (var type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLFieldsContainer fields && !Introspection.isIntrospectionTypes(type)) {
                for (var field : fields.getFieldDefinitions()) {
                    var name = fields.getName() + "." + field.getName();
                    var inner = GraphQLTypeUtil.unwrapAll(field.getType());
                    var sizing = sizing(field);
                    if (sizing != null) {
                        requireSize(name, field);
                        sized.add(name);
                        sizing.of().forEach(list -> sized.add(inner.getName() + "." + list));
                    }
                    if (GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLList
                            && inner instanceof GraphQLCompositeType) {
                        lists.add(name);
                    }
                }
            }
        }
        lists.removeAll(sized);
        if (!lists.isEmpty()) {
            throw new StartException(lists + ": lists of objects without @listSize: what do they cost?");
        }
    }

    /** Its cost and its page must go by the same number. So there is one, whether the argument is given or not. */
    private static void requireSize(String name, GraphQLFieldDefinition field) {
        var by = texts(field.getAppliedDirective(LIST_SIZE), "slicingArguments");
        if (by.isEmpty()) {
            return;
        }
        var argument = field.getArgument(by.getFirst());
        if (by.size() > 1
                || argument == null
                || !GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapNonNull(argument.getType()))
                        .equals("Int")
                || !argument.hasSetDefaultValue() && !GraphQLTypeUtil.isNonNull(argument.getType())) {
            throw new StartException(
                    name + ": slicingArguments of @listSize is one argument of the field, an Int" + " with a default");
        }
    }

    private static List<String> texts(GraphQLAppliedDirective directive, String argument) {
        List<String> values = directive.getArgument(argument).getValue();
        return values == null ? List.of() : values;
    }

    private static Directive directive(String name, Argument... arguments) {
        return Directive.newDirective().name(name).arguments(List.of(arguments)).build();
    }

    private static ArrayValue strings(String... texts) {
        return ArrayValue.newArrayValue()
                .values(Arrays.stream(texts)
                        .<graphql.language.Value>map(StringValue::of)
                        .toList())
                .build();
    }
}
