package dev.parley.admin.lists;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words a list is searched for; kept in the address.
 *
 * @param words empty: none
 */
public record Search(String words) {

    /** As many characters as the server takes. */
    static final int MOST_CHARACTERS = 200;

    private static final String PARAMETER = "q";

    public Search {
        words = words.strip();
        words = words.length() > MOST_CHARACTERS ? words.substring(0, MOST_CHARACTERS) : words;
    }

    public static Search of(QueryParameters parameters) {
        return new Search(parameters.getSingleParameter(PARAMETER).orElse(""));
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    public void addTo(Map<String, ? super String> parameters) {
        if (!isEmpty()) {
            parameters.put(PARAMETER, words);
        }
    }

    /** For the server's argument of this name. */
    public void askIn(Map<String, Object> variables) {
        if (!isEmpty()) {
            variables.put("search", words);
        }
    }

    /** Whether a thing that has just come up may be among what the server finds; it has the last word. */
    public boolean mayFind(@Nullable String... texts) {
        var all = simple(Arrays.stream(texts).filter(Objects::nonNull).collect(Collectors.joining(" ")));
        return isEmpty() || Arrays.stream(simple(words).split("\\s+")).allMatch(all::contains);
    }

    private static String simple(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
