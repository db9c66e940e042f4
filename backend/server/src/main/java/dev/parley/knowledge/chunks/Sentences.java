package dev.parley.knowledge.chunks;

import java.text.BreakIterator;
import java.text.CharacterIterator;
import java.text.StringCharacterIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where sentences end: where Java says so, but not behind an abbreviation or somebody's initials. */
final class Sentences {

    private static final Abbreviations ABBREVIATIONS = Abbreviations.read("ru", "en");

    private final String text;

    Sentences(String text) {
        this.text = text;
    }

    List<Place> in(Place place) {
        var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        CharacterIterator characters = new StringCharacterIterator(text, place.start(), place.end(), place.start());
        breaks.setText(characters);
        var sentences = new ArrayList<Place>();
        int start = place.start();
        breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end == place.end() || !goesOn(start, end)) {
                var sentence = Place.of(text, start, end);
                if (!sentence.isEmpty()) {
                    sentences.add(sentence);
                }
                start = end;
            }
        }
        return sentences;
    }

    private boolean goesOn(int start, int end) {
        var sentence = Place.of(text, start, end);
        int word = sentence.end();
        while (word > sentence.start() && !isBoundary(text.charAt(word - 1))) {
            word--;
        }
        return ABBREVIATIONS.contain(text.substring(word, sentence.end()));
    }

    private static boolean isBoundary(char character) {
        return Character.isWhitespace(character) || character == '(' || character == '«' || character == '"';
    }
}
