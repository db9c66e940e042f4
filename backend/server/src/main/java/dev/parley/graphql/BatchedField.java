package dev.parley.graphql;

import dev.parley.persistence.Transaction;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field loaded once for all objects of a selection, so that a list never costs a query per row.
 *
 * @param type the GraphQL type it is on
 * @param field its name
 * @param key what to load for an object; null: the field is null
 * @param load finds the values of all keys at once; a key it leaves out is null
 */
public record BatchedField<S, K, V>(String type, String field, Function<S, @Nullable K> key, Load<K, V> load) {

    /** Finds values for keys. */
    @FunctionalInterface
    public interface Load<K, V> {
        Map<K, V> load(Transaction transaction, Set<K> keys) throws SQLException;
    }
}
