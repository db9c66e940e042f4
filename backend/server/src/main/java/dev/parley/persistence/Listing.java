package dev.parley.persistence;

import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filtered list of an entity of the transaction's client, newest first, page by page. Conditions are JPQL over the alias
 * {@code e}; each is added only with its value.
 */
public final class Listing<T> {

    private final Class<T> entity;
    private final String timeField;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    public Listing(Class<T> entity, String timeField) {
        this.entity = entity;
        this.timeField = timeField;
        conditions.add("e.clientId = :clientId"); // beside the policy: it makes the index obvious to the planner
    }

    /** @param value null: no such condition */
    public Listing<T> where(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(parameter, value);
        }
        return this;
    }

    public Listing<T> where(String condition) {
        conditions.add(condition);
        return this;
    }

    public Page<T> page(Transaction transaction, Slice slice) {
        var all = new ArrayList<>(conditions);
        if (slice.after() != null) {
            all.add("(e.%1$s < :time or (e.%1$s = :time and e.id < :id))".formatted(timeField));
        }
        var query = transaction
                .entities()
                .createQuery(
                        "select e from " + entity.getSimpleName() + " e where " + String.join(" and ", all)
                                + " order by e." + timeField + " desc, e.id desc",
                        entity);
        bind(transaction, query);
        if (slice.after() != null) {
            query.setParameter("time", slice.after().time());
            query.setParameter("id", slice.after().id());
        }
        var rows = query.setFirstResult(slice.offset())
                .setMaxResults(slice.first() + 1)
                .getResultList();
        boolean more = rows.size() > slice.first();
        return new Page<>(
                more ? rows.subList(0, slice.first()) : rows, more, slice.after() != null || slice.offset() > 0);
    }

    /** How many there are, but not above {@link Page#COUNTED} + 1: that one means "more". */
    public int count(Transaction transaction) {
        var query = transaction
                .entities()
                .createQuery(
                        "select e.id from " + entity.getSimpleName() + " e where " + String.join(" and ", conditions),
                        Object.class);
        bind(transaction, query);
        return query.setMaxResults(Page.COUNTED + 1).getResultList().size();
    }

    private void bind(Transaction transaction, TypedQuery<?> query) {
        query.setParameter("clientId", transaction.context().clientId());
        values.forEach(query::setParameter);
    }
}
