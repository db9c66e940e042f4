package dev.parley.graphql.engine;

import dev.parley.graphql.engine.Selection.SelectedField;
import graphql.execution.ExecutionContext;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns failures in an answer into errors with their paths. Where nothing may be missing, what is around it is missing
 * instead (specification, "Handling Execution Errors").
 */
final class NullPropagation {

    /** Null where null is not allowed. */
    static final Object MISSING = new Object();

    private final ExecutionContext execution;

    NullPropagation(ExecutionContext execution) {
        this.execution = execution;
    }

    /** @return the value as it is shown; MISSING when it is for what is around it to be null */
    @Nullable
    Object settle(GraphQLType type, @Nullable Object value, ResultPath path, @Nullable SourceLocation location) {
        var settled =
                switch (value) {
                    case FieldError failed -> {
                        execution.addError(Failures.error(failed.why(), path, location));
                        yield null;
                    }
                    case List<?> list -> list(GraphQLTypeUtil.unwrapNonNull(type), list, path, location);
                    case Answer answer -> object(answer, path);
                    case null, default -> value;
                };
        return settled == null && GraphQLTypeUtil.isNonNull(type) ? MISSING : settled;
    }

    private @Nullable Object list(GraphQLType type, List<?> list, ResultPath path, @Nullable SourceLocation location) {
        var item = GraphQLTypeUtil.unwrapOne(type);
        var settled = new ArrayList<@Nullable Object>(list.size());
        for (var value : list) {
            settled.add(settle(item, value, path.segment(settled.size()), location));
        }
        return settled.contains(MISSING) ? null : settled;
    }

    private @Nullable Answer object(Answer answer, ResultPath path) {
        boolean missing = false;
        var fields = answer.selection().fields();
        for (int i = 0; i < fields.size(); i++) {
            SelectedField field = fields.get(i);
            var value = settle(
                    field.type(), answer.get(i), path.segment(field.name().getValue()), field.location());
            missing |= value == MISSING;
            answer.set(i, value);
        }
        return missing ? null : answer;
    }
}
