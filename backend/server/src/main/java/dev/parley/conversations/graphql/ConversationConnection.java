package dev.parley.conversations.graphql;

import dev.parley.graphql.Connection;
import dev.parley.graphql.Cost;
import dev.parley.persistence.Page;
import java.util.List;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** A page of conversations. */
@Type("ConversationConnection")
@Description("A page of conversations.")
public final class ConversationConnection extends Connection<ConversationType> {

    ConversationConnection(Page<ConversationType> page, IntSupplier count) {
        super(page, ConversationType::cursor, count);
    }

    @Description("The items of this page.")
    public List<ConversationType> getNodes() {
        return items();
    }

    @Cost(0)
    @Description("The items of this page with their cursors.")
    public List<ConversationEdge> getEdges() {
        return items().stream().map(ConversationEdge::new).toList();
    }
}
