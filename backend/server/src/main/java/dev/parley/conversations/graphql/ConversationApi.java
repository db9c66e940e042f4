package dev.parley.conversations.graphql;

import dev.parley.conversations.ConversationFigures;
import dev.parley.conversations.ConversationFilter;
import dev.parley.conversations.ConversationStatus;
import dev.parley.conversations.Conversations;
import dev.parley.graphql.Cost;
import dev.parley.graphql.Ids;
import dev.parley.graphql.ListSize;
import dev.parley.graphql.Operation;
import dev.parley.graphql.Period;
import dev.parley.persistence.Page;
import dev.parley.persistence.Slice;
import dev.parley.security.RequiresRole;
import dev.parley.security.Role;
import graphql.schema.DataFetchingEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Conversations over GraphQL. */
@GraphQLApi
@ApplicationScoped
public class ConversationApi {

    private final Conversations conversations;
    private final Clock clock;

    @Inject
    public ConversationApi(Conversations conversations, Clock clock) {
        this.conversations = conversations;
        this.clock = clock;
    }

    @Query("conversation")
    @RequiresRole(Role.VIEWER)
    @Description("A conversation, or null when the client has none with this id.")
    public @Nullable ConversationType conversation(
            @Name("id") @Id @NonNull @Description("Its id in Parley.") String id, DataFetchingEnvironment env) {
        return Ids.parse(id)
                .flatMap(uuid -> conversations.find(Operation.of(env).transaction(), uuid))
                .map(ConversationType::new)
                .orElse(null);
    }

    @ListSize(
            by = "first",
            of = {"nodes", "edges"})
    @Query("conversations")
    @RequiresRole(Role.VIEWER)
    @Description("Conversations, newest first.")
    public ConversationConnection conversations(
            @Cost(50)
                    @Name("search")
                    @Description(
                            "Words, or parts of words, that all occur in its title, summary, ElevenLabs id or the other side's"
                                    + " number, in any notation. At most 200 characters.")
                    String search,
            @Name("status") @Description("One of these statuses.") List<ConversationStatus> status,
            @Name("language") @Description("This language tag exactly.") String language,
            @Name("startedAfter") @Description("Began at this time or later.") Instant startedAfter,
            @Name("startedBefore") @Description("Began before this time.") Instant startedBefore,
            @Name("first") @DefaultValue("50") @Description("Page size, 1 to 200.") Integer first,
            @Name("after") @Description("Cursor of the last item of the page before.") String after,
            @Cost(10) @Name("offset") @Description("Items to skip, for grids; not together with after.") Integer offset,
            DataFetchingEnvironment env) {
        var transaction = Operation.of(env).transaction();
        var statuses = status == null || status.isEmpty()
                ? null
                : status.stream().distinct().map(ConversationStatus::stored).toList();
        var list = conversations.list(new ConversationFilter(search, statuses, language, startedAfter, startedBefore));
        var page = list.page(transaction, Slice.of(first, after, offset));
        return new ConversationConnection(
                new Page<>(
                        page.items().stream().map(ConversationType::new).toList(), page.hasNext(), page.hasPrevious()),
                () -> list.count(transaction));
    }

    @Cost(50)
    @Query("conversationStats")
    @RequiresRole(Role.VIEWER)
    @NonNull
    @Description("Figures of the conversations of a period of at most 366 days.")
    public ConversationStatsType conversationStats(
            @Name("startedAfter") @Description("Began at this time or later; by default 30 days before the end.")
                    Instant startedAfter,
            @Name("startedBefore") @Description("Began before this time; by default now.") Instant startedBefore,
            DataFetchingEnvironment env) {
        var period = Period.of(startedAfter, startedBefore, clock.instant());
        return new ConversationStatsType(
                Operation.of(env).read(transaction -> ConversationFigures.of(transaction, period.from(), period.to())));
    }
}
