package dev.parley.schema.sdl;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.stream.Stream;

/** All of a schema's parts with their coordinates, without introspection. */
final class Parts {

    record Field(GraphQLObjectType type, GraphQLFieldDefinition field) {

        String coordinate() {
            return type.getName() + "." + field.getName();
        }
    }

    record Argument(Field of, GraphQLArgument argument) {

        String coordinate() {
            return of.coordinate() + "(" + argument.getName() + ":)";
        }
    }

    record InputField(GraphQLInputObjectType type, GraphQLInputObjectField field) {

        String coordinate() {
            return type.getName() + "." + field.getName();
        }
    }

    record Value(GraphQLEnumType type, GraphQLEnumValueDefinition value) {

        String coordinate() {
            return type.getName() + "." + value.getName();
        }
    }

    private Parts() {}

    static <T extends GraphQLNamedType> Stream<T> types(GraphQLSchema schema, Class<T> kind) {
        return schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    static Stream<Field> fields(GraphQLSchema schema) {
        return types(schema, GraphQLObjectType.class)
                .flatMap(type -> type.getFieldDefinitions().stream().map(field -> new Field(type, field)));
    }

    static Stream<Argument> arguments(GraphQLSchema schema) {
        return fields(schema).flatMap(of -> of.field().getArguments().stream().map(one -> new Argument(of, one)));
    }

    static Stream<InputField> inputFields(GraphQLSchema schema) {
        return types(schema, GraphQLInputObjectType.class)
                .flatMap(type -> type.getFieldDefinitions().stream().map(field -> new InputField(type, field)));
    }

    static Stream<Value> values(GraphQLSchema schema) {
        return types(schema, GraphQLEnumType.class)
                .flatMap(type -> type.getValues().stream().map(value -> new Value(type, value)));
    }

    static boolean isRoot(GraphQLSchema schema, GraphQLNamedType type) {
        return type == schema.getQueryType()
                || type == schema.getMutationType()
                || type == schema.getSubscriptionType();
    }
}
