package dev.parley.events.graphql;

import dev.parley.events.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber's "filter" asks.
 *
 * @param types what happened is one of these; empty: whatever it is
 * @param conditions all of them are fulfilled; an entity that is gone fulfils none
 */
record EventFilter<V>(Set<String> types, List<Predicate<V>> conditions) implements Predicate<EntityEvent<V>> {

    static final String ARGUMENT = "filter";
    static final String TYPE = "type";

    private static final String GAP = Change.Type.GAP.name();

    /**
     * @param given the argument; null asks nothing
     * @throws dev.parley.ParleyException BAD_USER_INPUT when nothing can be like that
     */
    static <V> EventFilter<V> of(List<EventCondition<V>> possible, @Nullable Map<String, Object> given) {
        if (given == null) {
            return new EventFilter<>(Set.of(), List.of());
        }
        var conditions = new ArrayList<Predicate<V>>();
        for (var condition : possible) {
            var value = given.get(condition.name());
            if (value != null) {
                condition.asked().apply(value).ifPresent(conditions::add);
            }
        }
        return new EventFilter<>(types(given.get(TYPE)), List.copyOf(conditions));
    }

    private static Set<String> types(@Nullable Object given) {
        var types = given == null ? Set.<String>of() : EventCondition.names(given);
        if (types.equals(Set.of(GAP))) {
            throw EventCondition.refused(TYPE, "GAP comes anyway: name CREATED, UPDATED or both");
        }
        return types;
    }

    /** A gap is for everybody: what it stands for might have been wanted. */
    @Override
    public boolean test(EntityEvent<V> event) {
        var entity = event.entity();
        return event.type().equals(GAP)
                || (types.isEmpty() || types.contains(event.type()))
                        && (conditions.isEmpty()
                                || entity != null && conditions.stream().allMatch(one -> one.test(entity)));
    }
}
