package dev.parley.graphql.engine;

import dev.parley.graphql.BatchedField;
import dev.parley.graphql.Operation;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that are read for all objects with one statement. In the schema it stands where the engine looks for a fetcher. */
final class Loaded<S, K, V> implements Values, DataFetcher<Object> {

    private final BatchedField<S, K, V> field;

    Loaded(BatchedField<S, K, V> field) {
        this.field = field;
    }

    @Override
    public List<@Nullable Object> of(List<Object> sources, Operation operation) {
        try {
            return load(sources, operation);
        } catch (RuntimeException e) {
            return Collections.nCopies(sources.size(), new Failed(e));
        }
    }

    @SuppressWarnings("unchecked") // the schema says whose field it is
    private List<@Nullable Object> load(List<Object> sources, Operation operation) {
        var keys = new ArrayList<@Nullable K>(sources.size());
        var wanted = new LinkedHashSet<K>();
        for (var source : sources) {
            K key = field.key().apply((S) source);
            keys.add(key);
            if (key != null) {
                wanted.add(key);
            }
        }
        if (wanted.isEmpty()) {
            return Collections.nCopies(sources.size(), null);
        }
        var found = operation.read(transaction -> field.load().load(transaction, wanted));
        var values = new ArrayList<@Nullable Object>(sources.size());
        for (var key : keys) {
            values.add(key == null ? null : found.get(key));
        }
        return values;
    }

    @Override
    public Object get(DataFetchingEnvironment environment) {
        throw new IllegalStateException("Only " + Completion.class.getSimpleName() + " reads this");
    }
}
