package dev.parley.knowledge.chunks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Words with a full stop that ends no sentence, from {@code abbreviations_*.txt}; and initials. */
final class Abbreviations {

    private static final Pattern INITIALS = Pattern.compile("(\\p{Lu}\\.)+");
    private static final int LONGEST = 12;

    private final Set<String> words;

    private Abbreviations(Set<String> words) {
        this.words = words;
    }

    static Abbreviations read(String... languages) {
        var words = new HashSet<String>();
        for (var language : languages) {
            read("abbreviations_" + language + ".txt", words);
        }
        return new Abbreviations(Set.copyOf(words));
    }

    /** @param word up to its full stop */
    boolean contain(String word) {
        return word.length() <= LONGEST
                && (words.contains(word.toLowerCase(Locale.ROOT))
                        || INITIALS.matcher(word).matches());
    }

    private static void read(String file, Set<String> words) {
        var input = Objects.requireNonNull(Abbreviations.class.getResourceAsStream(file), file);
        try (var reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split("\\s+")))
                    .filter(word -> word.endsWith("."))
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .forEach(words::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
