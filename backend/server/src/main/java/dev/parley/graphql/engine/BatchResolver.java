package dev.parley.graphql.engine;

import dev.parley.graphql.BatchedField;
import dev.parley.graphql.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that are read for all objects with one statement. */
final class BatchResolver<S, K, V> implements FieldResolver {

    private final BatchedField<S, K, V> field;

    BatchResolver(BatchedField<S, K, V> field) {
        this.field = field;
    }

    boolean takesArguments() {
        return field.takesArguments();
    }

    @Override
    public List<@Nullable Object> resolve(
            List<Object> sources, Map<String, @Nullable Object> arguments, Operation operation) {
        try {
            return load(sources, arguments, operation);
        } catch (RuntimeException e) {
            return Collections.nCopies(sources.size(), new FieldError(e));
        }
    }

    @SuppressWarnings("unchecked") // the schema says whose field it is
    private List<@Nullable Object> load(
            List<Object> sources, Map<String, @Nullable Object> arguments, Operation operation) {
        var loader = field.load();
        var keys = new ArrayList<@Nullable K>(sources.size());
        var wanted = new LinkedHashSet<K>();
        for (var source : sources) {
            K key = field.key().apply((S) source);
            keys.add(key);
            if (key != null && loader != null) {
                wanted.add(key);
            }
        }
        if (loader == null) {
            return Collections.unmodifiableList(keys);
        }
        if (wanted.isEmpty()) {
            return Collections.nCopies(sources.size(), null);
        }
        var found = operation.read(transaction -> loader.load(transaction, wanted, arguments));
        var values = new ArrayList<@Nullable Object>(sources.size());
        for (var key : keys) {
            values.add(key == null ? null : found.get(key));
        }
        return values;
    }
}
