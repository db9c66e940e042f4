package dev.parley.admin.conversations;

import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.lists.ListFilter;
import dev.parley.admin.lists.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which conversations the list shows; kept in the address. */
record ConversationFilter(
        Search search, @Nullable ConversationStatus status, @Nullable String language, @Nullable Integer days)
        implements ListFilter<ConversationRow> {

    static final List<Integer> DAYS = List.of(1, 7, 30);
    static final List<String> LANGUAGES = List.of("ru", "en");

    static ConversationFilter of(QueryParameters parameters) {
        return new ConversationFilter(
                Search.of(parameters),
                among(ConversationStatus.values(), parameters.getSingleParameter("status")),
                parameters
                        .getSingleParameter("language")
                        .filter(LANGUAGES::contains)
                        .orElse(null),
                among(DAYS.toArray(Integer[]::new), parameters.getSingleParameter("days")));
    }

    private static <T> @Nullable T among(T[] values, Optional<String> given) {
        return Stream.of(values)
                .filter(value -> given.filter(value.toString()::equals).isPresent())
                .findFirst()
                .orElse(null);
    }

    @Override
    public QueryParameters parameters() {
        var parameters = new LinkedHashMap<String, String>();
        search.addTo(parameters);
        if (status != null) {
            parameters.put("status", status.name());
        }
        if (language != null) {
            parameters.put("language", language);
        }
        if (days != null) {
            parameters.put("days", days.toString());
        }
        return QueryParameters.simple(parameters);
    }

    Map<String, Object> variables(Instant now, int offset, int first) {
        var variables = new HashMap<String, Object>(Map.of("offset", offset, "first", first));
        search.askIn(variables);
        if (status != null) {
            variables.put("status", List.of(status.name()));
        }
        if (language != null) {
            variables.put("language", language);
        }
        if (days != null) {
            variables.put("startedAfter", now.minus(Duration.ofDays(days)).toString());
        }
        return variables;
    }

    @Override
    public boolean isEverything() {
        return search.isEmpty() && status == null && language == null && days == null;
    }

    /** How the server searches is not known here, and a sync may bring old ones. */
    @Override
    public boolean isExact() {
        return search.isEmpty() && days == null;
    }

    @Override
    public boolean shows(ConversationRow row) {
        return (status == null || row.status() == status)
                && (language == null || row.language().equals(language))
                && search.mayFind(row.title(), row.summary());
    }
}
