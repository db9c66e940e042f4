package dev.parley.graphql.engine;

import com.fasterxml.jackson.core.SerializableString;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLOutputType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a document selects of objects: fragments, aliases and conditions are resolved. */
sealed interface Selection {

    /**
     * Of the objects of one type.
     *
     * @param repeats whether a batched field is selected more than once
     */
    record OfObject(List<SelectedField> fields, boolean repeats) implements Selection {}

    /**
     * Of the objects of an interface or union.
     *
     * @param byType of each object type that they may have, by its name
     */
    record OfAbstractType(ObjectTypes types, Map<String, OfObject> byType) implements Selection {}

    /**
     * @param name in the answer
     * @param type with its wrappings
     * @param resolver gets its values
     * @param arguments null: it has none
     * @param role who may read it; null: whoever may read the object
     * @param inner of objects; null of everything else
     */
    record SelectedField(
            SerializableString name,
            GraphQLOutputType type,
            FieldResolver resolver,
            @Nullable FieldArguments arguments,
            @Nullable RequiredRole role,
            @Nullable Selection inner,
            @Nullable SourceLocation location) {}
}
