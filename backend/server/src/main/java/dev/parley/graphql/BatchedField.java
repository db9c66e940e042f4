package dev.parley.graphql;

import dev.parley.persistence.Transaction;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field loaded once for all objects of a selection, so that a list never costs a query per row. Where it is selected with
 * several different arguments, it is loaded once for each of them.
 *
 * @param type the GraphQL type it is on; of an interface: the field is loaded like this for all types that implement it
 * @param field its name
 * @param key what to load for an object; null: the field is null
 * @param load finds the values of all keys at once; a key it leaves out is null. What it throws is the error of each of these
 *     fields. Null: the key is the value, and nothing is read
 * @param takesArguments whether {@code load} honours the field's arguments; a field that has some needs one that does
 */
public record BatchedField<S, K, V>(
        String type,
        String field,
        Function<S, @Nullable K> key,
        @Nullable LoadWithArguments<K, V> load,
        boolean takesArguments) {

    /** Finds values for keys. */
    @FunctionalInterface
    public interface Load<K, V> {
        Map<K, V> load(Transaction transaction, Set<K> keys) throws SQLException;
    }

    /** Finds values for keys, of a field that has arguments. */
    @FunctionalInterface
    public interface LoadWithArguments<K, V> {

        /**
         * @param arguments as a data fetcher gets them: defaults are filled in, a null that was given is there, and what was
         *     left out is not. Only the argument that says how long a list is ({@code @listSize}) is never null: then it is
         *     its default, which is what was paid for
         */
        Map<K, V> load(Transaction transaction, Set<K> keys, Map<String, @Nullable Object> arguments)
                throws SQLException;
    }

    /** A field without arguments. */
    public BatchedField(String type, String field, Function<S, @Nullable K> key, Load<K, V> load) {
        this(type, field, key, (transaction, keys, arguments) -> load.load(transaction, keys), false);
    }

    /** A field with arguments. */
    public BatchedField(String type, String field, Function<S, @Nullable K> key, LoadWithArguments<K, V> load) {
        this(type, field, key, load, true);
    }

    /** A field whose value the object has already, where no getter of its name can give it. Opens no transaction. */
    public static <S, V> BatchedField<S, V, V> known(String type, String field, Function<S, @Nullable V> value) {
        return new BatchedField<>(type, field, value, null, false);
    }
}
