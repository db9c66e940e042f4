package dev.parley.admin.lists;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The first rows of a list in their order, and how many there are in all. Rows beyond the first ones are not here; they are
 * counted.
 */
final class Rows<T> {

    /** As many are kept; the rest can be asked for. */
    static final int MOST = 200;

    private final Function<T, String> id;
    private final Comparator<T> order;
    private final List<T> first = new ArrayList<>();
    /** New rows that were only counted, so that nobody counts them twice. */
    private final Set<String> beyond = new HashSet<>();

    private int count;
    private boolean exact = true;

    Rows(Function<T, String> id, Comparator<T> order) {
        this.id = id;
        this.order = order;
    }

    List<T> first() {
        return first;
    }

    int count() {
        return count;
    }

    boolean isExact() {
        return exact;
    }

    void replace(Page<T> page) {
        first.clear();
        first.addAll(page.nodes());
        beyond.clear();
        count = page.totalCount();
        exact = page.totalCountExact();
    }

    Optional<T> find(String rowId) {
        return first.stream().filter(row -> id.apply(row).equals(rowId)).findFirst();
    }

    /** Whether a row that is not here would be, were it in the list. */
    boolean covers(T row) {
        return first.size() >= count || !first.isEmpty() && order.compare(row, first.getLast()) <= 0;
    }

    /**
     * Puts a row of the list to its place, or only counts it when that is not among the first ones.
     *
     * @return false when it stands where it stood
     */
    boolean put(T row) {
        var old = find(id.apply(row)).orElse(null);
        if (old != null && order.compare(old, row) == 0) {
            first.set(first.indexOf(old), row);
            return false;
        }
        if (old != null) {
            first.remove(old);
            insert(row);
        } else if (covers(row)) {
            insert(row);
            count += beyond.remove(id.apply(row)) ? 0 : 1;
        } else if (beyond.add(id.apply(row))) {
            count++;
        }
        if (first.size() > MOST) {
            first.removeLast();
        }
        return true;
    }

    void remove(String rowId) {
        if (first.removeIf(row -> id.apply(row).equals(rowId))) {
            count--;
        }
    }

    private void insert(T row) {
        int place = 0;
        while (place < first.size() && order.compare(first.get(place), row) < 0) {
            place++;
        }
        first.add(place, row);
    }
}
