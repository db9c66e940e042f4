package dev.parley.graphql.engine;

import com.fasterxml.jackson.core.SerializableString;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLOutputType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document selects of the objects of one type: fragments, aliases and conditions are resolved. */
record Selection(List<SelectedField> fields) {

    /**
     * @param name in the answer
     * @param type with its wrappings
     * @param values gets them
     * @param inner of objects; null of everything else
     */
    record SelectedField(
            SerializableString name,
            GraphQLOutputType type,
            Values values,
            @Nullable Selection inner,
            @Nullable SourceLocation location) {}
}
