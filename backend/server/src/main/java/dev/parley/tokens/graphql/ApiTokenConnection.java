package dev.parley.tokens.graphql;

import dev.parley.graphql.Cost;
import dev.parley.graphql.PageInfo;
import dev.parley.persistence.Page;
import java.util.List;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** A page of API tokens. The count is taken only when somebody selects it. */
@Type("ApiTokenConnection")
@Description("A page of API tokens.")
public final class ApiTokenConnection {

    private final Page<ApiTokenType> page;
    private final IntSupplier count;
    private int counted = -1;

    ApiTokenConnection(Page<ApiTokenType> page, IntSupplier count) {
        this.page = page;
        this.count = count;
    }

    @Description("The items of this page.")
    public List<ApiTokenType> getNodes() {
        return page.items();
    }

    @Cost(0)
    @Description("The items of this page with their cursors.")
    public List<ApiTokenEdge> getEdges() {
        return page.items().stream().map(ApiTokenEdge::new).toList();
    }

    @Cost(0)
    @Description("Where this page stands.")
    public PageInfo getPageInfo() {
        return PageInfo.of(page, page.items().stream().map(ApiTokenType::cursor).toList());
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
