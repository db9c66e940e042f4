package dev.parley.admin.knowledge;

import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.language.TextKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a document's page is open; kept in the address, beside the filter of the list that one came from.
 *
 * @param version whose text is read; null: the newest
 * @param place what is marked in it
 * @param from with {@code to}, the versions that are compared
 */
record PageState(
        Tab tab, @Nullable Integer version, @Nullable Place place, @Nullable Integer from, @Nullable Integer to) {

    /** Parts of the page. */
    @TextKey("knowledge.tab")
    enum Tab {
        TEXT,
        PASSAGES,
        VERSIONS
    }

    static final PageState START = new PageState(Tab.TEXT, null, null, null, null);

    private static final String TAB = "tab";
    private static final String VERSION = "version";
    private static final String PLACE = "place";
    private static final String FROM = "from";
    private static final String TO = "to";

    static PageState at(int version, @Nullable Place place) {
        return new PageState(Tab.TEXT, version, place, null, null);
    }

    static PageState on(Tab tab) {
        return new PageState(tab, null, null, null, null);
    }

    static PageState comparing(int from, int to) {
        return new PageState(Tab.VERSIONS, null, null, from, to);
    }

    static PageState of(QueryParameters parameters) {
        var tab = parameters.getSingleParameter(TAB).orElse("");
        return new PageState(
                Stream.of(Tab.values())
                        .filter(one -> one.name().equals(tab))
                        .findFirst()
                        .orElse(Tab.TEXT),
                number(parameters, VERSION),
                parameters.getSingleParameter(PLACE).flatMap(Place::of).orElse(null),
                number(parameters, FROM),
                number(parameters, TO));
    }

    private static @Nullable Integer number(QueryParameters parameters, String name) {
        return parameters
                .getSingleParameter(name)
                .filter(text -> text.matches("[1-9]\\d{0,6}"))
                .map(Integer::valueOf)
                .orElse(null);
    }

    /** Together with the list's. */
    QueryParameters beside(KnowledgeFilter list) {
        var all = new LinkedHashMap<String, List<String>>(list.parameters().getParameters());
        put(all, TAB, tab == Tab.TEXT ? null : tab.name());
        put(all, VERSION, version);
        put(all, PLACE, place);
        put(all, FROM, from);
        put(all, TO, to);
        return new QueryParameters(all);
    }

    private static void put(LinkedHashMap<String, List<String>> all, String name, @Nullable Object value) {
        Optional.ofNullable(value).ifPresent(one -> all.put(name, List.of(one.toString())));
    }
}
