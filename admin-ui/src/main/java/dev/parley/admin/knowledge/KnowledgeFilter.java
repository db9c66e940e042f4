package dev.parley.admin.knowledge;

import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.lists.ListFilter;
import dev.parley.admin.lists.Search;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which documents the list shows, or where a search looks; kept in the address. */
record KnowledgeFilter(
        Search search, @Nullable State state, @Nullable String category, @Nullable String tag, boolean reviewPassed)
        implements ListFilter<KnowledgeRow> {

    /** Their statuses, and being deleted. */
    enum State {
        READY,
        PROCESSING,
        FAILED,
        ARCHIVED,
        DELETED
    }

    private static final String STATE = "status";
    private static final String CATEGORY = "category";
    private static final String TAG = "tag";
    private static final String REVIEW = "review";

    static KnowledgeFilter of(QueryParameters parameters) {
        var state = parameters.getSingleParameter(STATE).orElse("");
        return new KnowledgeFilter(
                Search.of(parameters),
                Stream.of(State.values())
                        .filter(one -> one.name().equals(state))
                        .findFirst()
                        .orElse(null),
                filled(parameters, CATEGORY),
                filled(parameters, TAG),
                parameters.getSingleParameter(REVIEW).isPresent());
    }

    private static @Nullable String filled(QueryParameters parameters, String name) {
        return parameters
                .getSingleParameter(name)
                .filter(value -> !value.isBlank())
                .orElse(null);
    }

    @Override
    public QueryParameters parameters() {
        var parameters = new LinkedHashMap<String, String>();
        search.addTo(parameters);
        if (state != null) {
            parameters.put(STATE, state.name());
        }
        if (category != null) {
            parameters.put(CATEGORY, category);
        }
        if (tag != null) {
            parameters.put(TAG, tag);
        }
        if (reviewPassed) {
            parameters.put(REVIEW, "passed");
        }
        return QueryParameters.simple(parameters);
    }

    boolean isSearch() {
        return !search.isEmpty();
    }

    @Override
    public boolean isEverything() {
        return search.isEmpty() && state == null && category == null && tag == null && !reviewPassed;
    }

    /** Of what a search found; it knows neither statuses nor dates. */
    boolean finds(Hit hit, Instant now) {
        var document = hit.document();
        return (state == null || state.name().equals(document.status().name()))
                && (!reviewPassed || document.reviewPassed(now));
    }

    /** What a search finds, only the server knows. */
    @Override
    public boolean shows(KnowledgeRow row) {
        var document = row.document();
        return search.isEmpty()
                && (state == null || state.name().equals(document.status().name()))
                && (category == null || category.equals(document.category()))
                && (tag == null || document.tags().contains(tag))
                && (!reviewPassed || document.reviewBy() != null);
    }

    @Override
    public boolean isExact() {
        return search.isEmpty() && !reviewPassed && state != State.DELETED;
    }

    Map<String, Object> variables(int offset, int first) {
        var variables = new HashMap<String, Object>(Map.of("offset", offset, "first", first));
        if (state == State.DELETED) {
            variables.put("deleted", true);
        } else if (state != null) {
            variables.put("status", List.of(state.name()));
        }
        if (category != null) {
            variables.put("category", category);
        }
        if (tag != null) {
            variables.put("tag", tag);
        }
        if (reviewPassed) {
            variables.put("reviewPassed", true);
        }
        return variables;
    }

    /** Where to search. */
    Map<String, Object> where() {
        var where = new HashMap<String, Object>();
        if (category != null) {
            where.put("category", category);
        }
        if (tag != null) {
            where.put("tags", List.of(tag));
        }
        return where;
    }
}
