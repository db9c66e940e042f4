package dev.parley.graphql;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.StringValue;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is going away: from the annotation to the SDL, and from the schema to who wants to know. */
public final class Outdating {

    private Outdating() {}

    /** @return why each deprecated field of the served schema is, by its coordinate: {@code Type.field} */
    public static Map<String, String> of(DataFetchingEnvironment environment) {
        var reasons = new TreeMap<String, String>();
        for (var type : environment.getGraphQLSchema().getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object) {
                object.getFieldDefinitions().stream()
                        .filter(field -> field.isDeprecated())
                        .forEach(field ->
                                reasons.put(object.getName() + "." + field.getName(), field.getDeprecationReason()));
            }
        }
        return reasons;
    }

    public static List<Directive> declaredBy(Method method) {
        var outdated = method.getAnnotation(Outdated.class);
        if (outdated == null) {
            return List.of();
        }
        var reason = "Use %s instead. This stays until %s.".formatted(outdated.use(), outdated.until());
        return List.of(Directive.newDirective()
                .name("deprecated")
                .argument(new Argument("reason", StringValue.of(reason)))
                .build());
    }
}
