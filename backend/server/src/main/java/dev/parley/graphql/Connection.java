package dev.parley.graphql;

import dev.parley.persistence.Page;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.graphql.Description;

/**
 * A page of a list, and what is known of the whole list. The count is taken only when somebody selects it. What the items are,
 * each kind of connection says for itself, since the schema has no type parameters.
 */
public abstract class Connection<T> {

    private final Page<T> page;
    private final Function<T, String> cursor;
    private final IntSupplier count;
    private int counted = -1;

    protected Connection(Page<T> page, Function<T, String> cursor, IntSupplier count) {
        this.page = page;
        this.cursor = cursor;
        this.count = count;
    }

    protected final List<T> items() {
        return page.items();
    }

    @Cost(0)
    @Description("Where this page stands.")
    public PageInfo getPageInfo() {
        return PageInfo.of(page, page.items().stream().map(cursor).toList());
    }

    @Cost(10)
    @Description("How many there are in all; counting stops at 10000.")
    public Integer getTotalCount() {
        return Math.min(count(), Page.COUNTED);
    }

    @Cost(10)
    @Description("Whether totalCount is exact; false means: at least that many.")
    public Boolean getTotalCountExact() {
        return count() <= Page.COUNTED;
    }

    private int count() {
        if (counted < 0) {
            counted = count.getAsInt();
        }
        return counted;
    }
}
