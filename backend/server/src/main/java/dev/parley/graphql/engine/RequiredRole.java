package dev.parley.graphql.engine;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.graphql.Operation;
import dev.parley.security.RequiresRole;
import dev.parley.security.Role;
import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.EnumValue;
import graphql.schema.GraphQLFieldDefinition;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may use a field, as the schema tells everybody: the directive {@code @requiresRole}. In SDL it is written as it is; on
 * API methods and getters as {@link RequiresRole}.
 *
 * @param role the least
 * @param withoutClient whether the field works before a client is chosen; the role is then not looked at
 * @param onlyPeople whether programs are refused, whatever their token's role
 */
record RequiredRole(Role role, boolean withoutClient, boolean onlyPeople) {

    static final String DIRECTIVE = "requiresRole";

    static final String SDL =
            """
            \"""
            Who may use a field. To others it is the error FORBIDDEN, and null. A field below the root that says nothing is for
            whoever gets the object it is on.
            \"""
            directive @requiresRole(
              "The least role in the client that the request works in."
              role: Role!
              "Whether it works without a client, too: for anybody with a valid token, whatever their role."
              withoutClient: Boolean! = false
              "Whether it is for people: API tokens are refused, whatever their role."
              onlyPeople: Boolean! = false
            ) on FIELD_DEFINITION
            """;

    /** @return null: the field says nothing */
    static @Nullable RequiredRole of(GraphQLFieldDefinition field) {
        var declared = field.getAppliedDirective(DIRECTIVE);
        if (declared == null) {
            return null;
        }
        return new RequiredRole(
                Role.valueOf(declared.getArgument("role").getValue().toString()),
                Boolean.TRUE.equals(declared.getArgument("withoutClient").getValue()),
                Boolean.TRUE.equals(declared.getArgument("onlyPeople").getValue()));
    }

    /** What the annotation on an API method or getter comes to in SDL. */
    static List<Directive> declaredBy(Method method) {
        var annotation = method.getAnnotation(RequiresRole.class);
        if (annotation == null) {
            return List.of();
        }
        var arguments = new ArrayList<Argument>();
        arguments.add(new Argument("role", EnumValue.of(annotation.value().name())));
        if (annotation.withoutClient()) {
            arguments.add(new Argument("withoutClient", BooleanValue.of(true)));
        }
        if (annotation.onlyPeople()) {
            arguments.add(new Argument("onlyPeople", BooleanValue.of(true)));
        }
        return List.of(
                Directive.newDirective().name(DIRECTIVE).arguments(arguments).build());
    }

    /** @throws ParleyException FORBIDDEN */
    void check(Operation operation) {
        var caller = operation.caller();
        if (!withoutClient && !caller.inClient().role().includes(role)) {
            throw new ParleyException(ErrorCode.FORBIDDEN, "Your role does not allow this; it takes " + role.stored());
        }
        if (onlyPeople && caller.identity().isProgram()) {
            throw new ParleyException(ErrorCode.FORBIDDEN, "This is for people; an API token cannot do it");
        }
    }
}
