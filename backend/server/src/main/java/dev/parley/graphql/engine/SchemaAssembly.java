package dev.parley.graphql.engine;

import dev.parley.StartException;
import dev.parley.graphql.BatchedField;
import dev.parley.graphql.Operation;
import dev.parley.graphql.SchemaPart;
import dev.parley.graphql.StreamField;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeRuntimeWiring;
import graphql.schema.idl.errors.SchemaProblem;
import io.helidon.microprofile.graphql.server.GraphQlCdiExtension;
import io.helidon.microprofile.graphql.server.HelidonSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Builds the served schema: Helidon's generated one, mended, plus what features add. */
final class SchemaAssembly {

    /** graphql-java wants one at once; {@link FieldResolvers} puts the real one there. */
    private static final TypeResolver LATER = environment -> null;

    private SchemaAssembly() {}

    static GraphQLSchema assemble(GraphQlCdiExtension extension, List<SchemaPart> parts, Sharing sharing) {
        GeneratorScalars.register();
        Set<Class<?>> apis = HelidonSchema.apis(extension);
        var generated = HelidonSchema.generate(extension);
        var registry = parse(generated.sdl());
        registry.merge(new SchemaParser().parse(CostDirectives.SDL + RequiredRole.SDL));
        for (var part : parts) {
            add(registry, part);
        }
        var declared = new Declarations(apis);
        SchemaMending.mend(registry, declared);
        var wiring = generated.wiring().transform(builder -> {
            builder.scalar(Scalars.DATE_TIME);
            abstractTypes(registry).forEach(name -> builder.type(name, type -> type.typeResolver(LATER)));
            for (var part : parts) {
                part.streams().forEach(stream -> builder.type(streamed(stream, sharing)));
            }
        });
        var schema = executable(registry, wiring);
        CostDirectives.requireSizes(schema);
        Interfaces.requireSameRules(schema);
        return Rights.guard(bound(schema, declared, parts));
    }

    static void add(TypeDefinitionRegistry registry, SchemaPart part) {
        try {
            registry.merge(new SchemaParser().parse(part.sdl()));
        } catch (SchemaProblem | InvalidSyntaxException e) {
            throw new StartException("The SDL of " + name(part) + " is wrong: " + e.getMessage(), e);
        }
    }

    /** The class that somebody wrote, not the proxy that CDI made of it. */
    private static String name(SchemaPart part) {
        return part.getClass().getName().replaceFirst("\\$Proxy\\$.*", "");
    }

    private static GraphQLSchema executable(TypeDefinitionRegistry registry, RuntimeWiring wiring) {
        try {
            return new graphql.schema.idl.SchemaGenerator().makeExecutableSchema(registry, wiring);
        } catch (SchemaProblem e) {
            throw new StartException("The GraphQL schema is wrong: " + e.getMessage(), e);
        }
    }

    private static GraphQLSchema bound(GraphQLSchema schema, Declarations declared, List<SchemaPart> parts) {
        var batched = new ArrayList<BatchedField<?, ?, ?>>();
        var types = new HashMap<>(declared.types());
        for (var part : parts) {
            batched.addAll(part.batchedFields());
            types.putAll(part.types());
        }
        return FieldResolvers.bind(schema, batched, types);
    }

    private static Stream<String> abstractTypes(TypeDefinitionRegistry registry) {
        return Stream.concat(
                        registry.getTypes(InterfaceTypeDefinition.class).stream(),
                        registry.getTypes(UnionTypeDefinition.class).stream())
                .map(TypeDefinition::getName);
    }

    private static TypeDefinitionRegistry parse(String sdl) {
        var text = sdl.replace(GeneratorScalars.DATE_TIME, Scalars.DATE_TIME.getName())
                .replaceFirst("schema \\{", "schema {\n  subscription: Subscription\n");
        return new SchemaParser().parse(text + "\ntype Subscription\n");
    }

    private static <E, V> TypeRuntimeWiring.Builder streamed(StreamField<E, V> field, Sharing sharing) {
        return TypeRuntimeWiring.newTypeWiring("Subscription").dataFetcher(field.name(), environment -> {
            Operation.of(environment).caller().inClient();
            var element = environment.getGraphQlContext().<Element>get(Element.class);
            return element == null ? field.open().apply(environment) : element.presented(field, environment, sharing);
        });
    }
}
