package io.helidon.microprofile.graphql.server;

import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import java.util.Set;

/**
 * Hands out what Helidon generates from annotated API classes. It stands in Helidon's package because the generator is
 * package-private there; decision 0002 says why, and what would let us drop it.
 */
public record HelidonSchema(String sdl, RuntimeWiring wiring) {

    public static HelidonSchema generate(GraphQlCdiExtension extension) {
        return generate(extension.collectedApis());
    }

    public static HelidonSchema generate(Set<Class<?>> apis) {
        var schema = SchemaGenerator.builder().classes(apis).build().generateSchema();
        return new HelidonSchema(schema.getSchemaAsString(), schema.getRuntimeWiring());
    }

    /** Makes the generator use a scalar for a Java class. */
    public static void scalar(Class<?> javaClass, GraphQLScalarType scalar) {
        SchemaGeneratorHelper.SUPPORTED_SCALARS.put(
                javaClass.getName(), new SchemaScalar(scalar.getName(), javaClass.getName(), scalar, null));
    }

    public static Set<Class<?>> apis(GraphQlCdiExtension extension) {
        return extension.collectedApis();
    }
}
