package dev.parley.leads.graphql;

import dev.parley.graphql.Connection;
import dev.parley.graphql.Cost;
import dev.parley.persistence.Page;
import java.util.List;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** A page of leads. */
@Type("LeadConnection")
@Description("A page of leads.")
public final class LeadConnection extends Connection<LeadType> {

    LeadConnection(Page<LeadType> page, IntSupplier count) {
        super(page, LeadType::cursor, count);
    }

    @Description("The items of this page.")
    public List<LeadType> getNodes() {
        return items();
    }

    @Cost(0)
    @Description("The items of this page with their cursors.")
    public List<LeadEdge> getEdges() {
        return items().stream().map(LeadEdge::new).toList();
    }
}
