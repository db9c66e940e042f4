package dev.parley.tokens.graphql;

import dev.parley.graphql.Connection;
import dev.parley.graphql.Cost;
import dev.parley.persistence.Page;
import java.util.List;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** A page of API tokens. */
@Type("ApiTokenConnection")
@Description("A page of API tokens.")
public final class ApiTokenConnection extends Connection<ApiTokenType> {

    ApiTokenConnection(Page<ApiTokenType> page, IntSupplier count) {
        super(page, ApiTokenType::cursor, count);
    }

    @Description("The items of this page.")
    public List<ApiTokenType> getNodes() {
        return items();
    }

    @Cost(0)
    @Description("The items of this page with their cursors.")
    public List<ApiTokenEdge> getEdges() {
        return items().stream().map(ApiTokenEdge::new).toList();
    }
}
