package dev.parley.admin.leads;

import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.lists.ListFilter;
import dev.parley.admin.lists.Search;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which leads the list shows; kept in the address. */
record LeadFilter(Search search, @Nullable LeadStatus status, @Nullable Integer minScore)
        implements ListFilter<LeadRow> {

    static final List<Integer> SCORES = List.of(30, 50, 70);

    static LeadFilter of(QueryParameters parameters) {
        var status = parameters.getSingleParameter("status").orElse("");
        var score = parameters.getSingleParameter("minScore").orElse("");
        return new LeadFilter(
                Search.of(parameters),
                Stream.of(LeadStatus.values())
                        .filter(one -> one.name().equals(status))
                        .findFirst()
                        .orElse(null),
                SCORES.stream()
                        .filter(one -> one.toString().equals(score))
                        .findFirst()
                        .orElse(null));
    }

    @Override
    public QueryParameters parameters() {
        var parameters = new LinkedHashMap<String, String>();
        search.addTo(parameters);
        if (status != null) {
            parameters.put("status", status.name());
        }
        if (minScore != null) {
            parameters.put("minScore", minScore.toString());
        }
        return QueryParameters.simple(parameters);
    }

    @Override
    public boolean isEverything() {
        return search.isEmpty() && status == null && minScore == null;
    }

    @Override
    public boolean shows(LeadRow row) {
        return (status == null || row.status() == status)
                && (minScore == null || row.leadQualityScore() >= minScore)
                && search.mayFind(row.name(), row.email(), row.phone(), row.company(), row.conversationSummary());
    }

    /** How the server searches is not known here. */
    @Override
    public boolean isExact() {
        return search.isEmpty();
    }

    Map<String, Object> variables(int offset, int first) {
        var variables = new HashMap<String, Object>(Map.of("offset", offset, "first", first));
        search.askIn(variables);
        if (status != null) {
            variables.put("status", List.of(status.name()));
        }
        if (minScore != null) {
            variables.put("minScore", minScore);
        }
        return variables;
    }
}
