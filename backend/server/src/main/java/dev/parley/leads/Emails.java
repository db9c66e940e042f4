package dev.parley.leads;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** E-mail addresses as they are written in a transcript. */
final class Emails {

    static final int MAX_LENGTH = 254;
    private static final Pattern ADDRESS = Pattern.compile(
            "[\\p{L}\\p{N}][\\p{L}\\p{N}._%+-]{0,63}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.){1,8}\\p{L}{2,24}");

    private Emails() {}

    static Optional<String> normalised(String text) {
        var candidate = text.strip();
        return candidate.length() <= MAX_LENGTH && ADDRESS.matcher(candidate).matches()
                ? Optional.of(candidate.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** The only address in a text, whatever stands around it: a full stop, {@code mailto:}, angle brackets. */
    static Optional<String> only(String text) {
        var found = text.length() <= 2 * MAX_LENGTH ? find(text) : List.<String>of();
        return found.size() == 1 ? normalised(found.getFirst()) : Optional.empty();
    }

    /** The addresses in a text, as written. */
    static List<String> find(String text) {
        if (text.indexOf('@') < 0) {
            return List.of(); // as in nearly every turn
        }
        return ADDRESS.matcher(text).results().map(MatchResult::group).toList();
    }
}
