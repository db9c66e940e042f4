package dev.parley.leads.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The phrases of one data file, in all languages together: speakers mix them. A line is {@code phrase} or
 * {@code phrase;value}; {@code *} at the end of a word stands for any ending, {@code ~} for up to three words; {@code #}
 * begins a remark.
 */
final class Words {

    private static final int INDEXED = 2;
    private static final String GAP = "~";
    private static final int LONGEST_GAP = 3;

    private final Map<String, List<Phrase>> exact = new HashMap<>();
    private final Map<String, List<Phrase>> open = new HashMap<>();

    private record Phrase(List<String> words, String value) {

        /** How many tokens it takes here; 0 when it is not here. */
        int length(List<Token> tokens, int from) {
            int end = end(tokens, from, 0);
            return end < 0 ? 0 : end - from;
        }

        private int end(List<Token> tokens, int at, int word) {
            if (word == words.size()) {
                return at;
            }
            var wanted = words.get(word);
            if (wanted.equals(GAP)) {
                for (int skipped = 0; skipped <= LONGEST_GAP && at + skipped < tokens.size(); skipped++) {
                    int end = end(tokens, at + skipped, word + 1);
                    if (end >= 0) {
                        return end;
                    }
                }
                return -1;
            }
            if (at >= tokens.size()) {
                return -1;
            }
            var said = tokens.get(at).word();
            boolean same = wanted.endsWith("*")
                    ? said.startsWith(wanted.substring(0, wanted.length() - 1))
                    : said.equals(wanted);
            return same ? end(tokens, at + 1, word + 1) : -1;
        }
    }

    /**
     * A phrase that was found.
     *
     * @param length in tokens
     */
    record Hit(String value, int length) {}

    /** @param name of the file, without its ending */
    static Words of(String name) {
        var words = new Words();
        for (var language : lines("languages.txt")) {
            for (var line : lines(language + "/" + name + ".csv")) {
                words.add(line);
            }
        }
        words.exact.values().forEach(Words::longestFirst);
        words.open.values().forEach(Words::longestFirst);
        return words;
    }

    /** The longest phrase that begins at this token. */
    @Nullable
    Hit at(List<Token> tokens, int from) {
        if (from < 0 || from >= tokens.size()) {
            return null;
        }
        var word = tokens.get(from).word();
        var found = first(exact.get(word), tokens, from);
        var other = word.length() < INDEXED ? null : first(open.get(word.substring(0, INDEXED)), tokens, from);
        return other == null || found != null && found.length() >= other.length() ? found : other;
    }

    boolean isAt(List<Token> tokens, int from) {
        return at(tokens, from) != null;
    }

    /** How many tokens the phrase that begins here takes; 0 when none does. */
    int length(List<Token> tokens, int from) {
        var hit = at(tokens, from);
        return hit == null ? 0 : hit.length();
    }

    /** The value of one word; null when it is none of these. */
    @Nullable
    String value(String word) {
        var tokens = Tokens.of(word);
        var hit = tokens.isEmpty() ? null : at(tokens, 0);
        return hit == null || hit.length() != tokens.size() ? null : hit.value();
    }

    /** Whether one of the phrases is anywhere in these tokens. */
    boolean anyIn(List<Token> tokens) {
        return firstIn(tokens) >= 0;
    }

    /** Where the first phrase begins; -1 when there is none. */
    int firstIn(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (isAt(tokens, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Single words with their values, in the order of the words. */
    Map<String, String> single() {
        var all = new TreeMap<String, String>();
        exact.forEach((word, phrases) ->
                phrases.stream().filter(one -> one.words().size() == 1).forEach(one -> all.put(word, one.value())));
        return all;
    }

    Set<String> firstWords() {
        return exact.keySet();
    }

    private void add(String line) {
        int cut = line.indexOf(';');
        var phrase = (cut < 0 ? line : line.substring(0, cut)).strip();
        var value = cut < 0 ? phrase : line.substring(cut + 1).strip();
        var words = new ArrayList<String>();
        for (var token : Tokens.of(phrase)) {
            if (token.isMark("*") && token.glued() && !words.isEmpty()) {
                words.set(words.size() - 1, words.getLast() + "*");
            } else {
                words.add(token.word());
            }
        }
        var first = words.getFirst();
        var index = first.endsWith("*") && first.length() > INDEXED ? open : exact;
        var key = index == open ? first.substring(0, INDEXED) : first;
        index.computeIfAbsent(key, k -> new ArrayList<>()).add(new Phrase(List.copyOf(words), value));
    }

    private static void longestFirst(List<Phrase> phrases) {
        phrases.sort(Comparator.comparingInt((Phrase one) -> one.words().size())
                .reversed()
                .thenComparing(one -> -one.words().getFirst().length()));
    }

    private static @Nullable Hit first(@Nullable List<Phrase> phrases, List<Token> tokens, int from) {
        if (phrases == null) {
            return null;
        }
        for (var phrase : phrases) {
            int length = phrase.length(tokens, from);
            if (length > 0) {
                return new Hit(phrase.value(), length);
            }
        }
        return null;
    }

    static List<String> lines(String file) {
        try (var in = Words.class.getResourceAsStream(file)) {
            return in == null
                    ? List.of()
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
                            .filter(line -> !line.isEmpty())
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The words of " + Objects.toString(file) + " cannot be read", e);
        }
    }
}
