package dev.parley.graphql.engine;

import dev.parley.graphql.Operation;
import dev.parley.graphql.StreamField;
import dev.parley.security.Role;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What subscribers of a node share. An event's entity is read once for each client and role; an answer is made and written
 * once for all who asked the same with the same rights. So a hundred subscribers cost little more than one.
 */
final class Sharing {

    private static final long ENTITIES = 5_000;
    private static final long CHARACTERS = 32L << 20;

    private record Shown(UUID clientId, Role role, String field, Object element) {}

    private record Answer(StreamGroup group, Object element) {}

    private final Once<Shown, Object> entities = new Once<>(ENTITIES, (key, value) -> 1);
    private final Once<Answer, String> answers = new Once<>(CHARACTERS, (key, json) -> json.length());

    @SuppressWarnings("unchecked") // the key says which field's it is
    <E, V> V presented(StreamField<E, V> field, Operation operation, E element) {
        var membership = operation.caller().inClient();
        var key = new Shown(membership.clientId(), membership.role(), field.name(), element);
        var shown = entities.get(key, () -> field.present().apply(operation, element));
        return shown != null ? (V) shown : field.present().apply(operation, element);
    }

    /** @param make null when it is for the one who asks only */
    @Nullable
    String answer(StreamGroup group, Object element, Supplier<@Nullable String> make) {
        return answers.get(new Answer(group, element), make);
    }
}
