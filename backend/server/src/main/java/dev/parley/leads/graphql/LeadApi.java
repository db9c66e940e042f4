package dev.parley.leads.graphql;

import dev.parley.graphql.Cost;
import dev.parley.graphql.Ids;
import dev.parley.graphql.ListSize;
import dev.parley.graphql.Operation;
import dev.parley.graphql.Period;
import dev.parley.leads.LeadEdit;
import dev.parley.leads.LeadField;
import dev.parley.leads.LeadFigures;
import dev.parley.leads.LeadFilter;
import dev.parley.leads.LeadProblem;
import dev.parley.leads.LeadStatus;
import dev.parley.leads.Leads;
import dev.parley.persistence.Page;
import dev.parley.persistence.Slice;
import dev.parley.security.RequiresRole;
import dev.parley.security.Role;
import graphql.schema.DataFetchingEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Leads over GraphQL. */
@GraphQLApi
@ApplicationScoped
public class LeadApi {

    private final Leads leads;
    private final Clock clock;

    @Inject
    public LeadApi(Leads leads, Clock clock) {
        this.leads = leads;
        this.clock = clock;
    }

    @Query("lead")
    @RequiresRole(Role.VIEWER)
    @Description("A lead, or null when the client has none with this id.")
    public @Nullable LeadType lead(
            @Name("id") @Id @NonNull @Description("Its id in Parley.") String id, DataFetchingEnvironment env) {
        return Ids.parse(id)
                .flatMap(uuid -> leads.find(Operation.of(env).transaction(), uuid))
                .map(LeadType::new)
                .orElse(null);
    }

    @ListSize(
            by = "first",
            of = {"nodes", "edges"})
    @Query("leads")
    @RequiresRole(Role.VIEWER)
    @Description("Leads, newest first.")
    public LeadConnection leads(
            @Cost(50)
                    @Name("search")
                    @Description(
                            "Words, or parts of words, that all occur in its name, e-mail address, phone, company, notes"
                                    + " or summary; a phone in any notation. At most 200 characters.")
                    String search,
            @Name("status") @Description("One of these statuses.") List<LeadStatus> status,
            @Name("minScore") @Description("This score or a higher one.") Integer minScore,
            @Name("createdAfter") @Description("Captured at this time or later.") Instant createdAfter,
            @Name("createdBefore") @Description("Captured before this time.") Instant createdBefore,
            @Name("first") @DefaultValue("50") @Description("Page size, 1 to 200.") Integer first,
            @Name("after") @Description("Cursor of the last item of the page before.") String after,
            @Cost(10) @Name("offset") @Description("Items to skip, for grids; not together with after.") Integer offset,
            DataFetchingEnvironment env) {
        var transaction = Operation.of(env).transaction();
        var statuses = status == null || status.isEmpty()
                ? null
                : status.stream().distinct().map(LeadStatus::stored).toList();
        var list = leads.list(new LeadFilter(search, statuses, minScore, createdAfter, createdBefore));
        var page = list.page(transaction, Slice.of(first, after, offset));
        return new LeadConnection(
                new Page<>(page.items().stream().map(LeadType::new).toList(), page.hasNext(), page.hasPrevious()),
                () -> list.count(transaction));
    }

    @Cost(50)
    @Query("leadStats")
    @RequiresRole(Role.VIEWER)
    @NonNull
    @Description("Figures of the leads of a period of at most 366 days.")
    public LeadStatsType leadStats(
            @Name("createdAfter") @Description("Captured at this time or later; by default 30 days before the end.")
                    Instant createdAfter,
            @Name("createdBefore") @Description("Captured before this time; by default now.") Instant createdBefore,
            DataFetchingEnvironment env) {
        var period = Period.of(createdAfter, createdBefore, clock.instant());
        return new LeadStatsType(
                Operation.of(env).read(transaction -> LeadFigures.of(transaction, period.from(), period.to())));
    }

    @Cost(10)
    @Mutation("updateLead")
    @RequiresRole(Role.ANALYST)
    @Description("Changes what people may change of a lead. A field left out stays; null or empty clears it.")
    public UpdateLeadPayload updateLead(
            @Name("id") @Id @NonNull @Description("Its id in Parley.") String id,
            @Name("version") @NonNull @Description("The version you saw.") Integer version,
            @Name("input") @NonNull @Description("What to change.") LeadChanges input,
            DataFetchingEnvironment env) {
        var transaction = Operation.of(env).transaction();
        @SuppressWarnings("unchecked") // an input object is a map
        var given = (Map<String, Object>) Operation.of(env).given().get("input");
        var uuid = Ids.parse(id);
        if (uuid.isEmpty()) {
            return UpdateLeadPayload.refused(List.of(LeadProblem.notFound()));
        }
        var problems = leads.update(transaction, uuid.get(), version, edit(given));
        if (!problems.isEmpty()) {
            return UpdateLeadPayload.refused(problems);
        }
        return UpdateLeadPayload.done(
                leads.find(transaction, uuid.get()).map(LeadType::new).orElseThrow());
    }

    /** From the raw argument: only that tells a null from nothing. */
    private static LeadEdit edit(Map<String, Object> given) {
        var fields = new EnumMap<LeadField, Optional<String>>(LeadField.class);
        for (var field : LeadField.values()) {
            if (given.containsKey(field.key())) {
                fields.put(field, Optional.ofNullable((String) given.get(field.key())));
            }
        }
        var status = given.get("status");
        var notes = given.containsKey("notes")
                ? Optional.of(given.get("notes") == null ? "" : (String) given.get("notes"))
                : Optional.<String>empty();
        return new LeadEdit(fields, status == null ? null : LeadStatus.valueOf(status.toString()), notes);
    }
}
