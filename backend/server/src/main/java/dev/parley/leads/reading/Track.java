package dev.parley.leads.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known of one field while a call goes on. */
final class Track {

    private static final int MOST_MENTIONS = 20;

    /** One value, wherever it was said. */
    static final class Mention {
        final @Nullable String value;
        final List<String> parts;
        final List<Place> places = new ArrayList<>();
        final List<List<String>> decodings = new ArrayList<>();
        Certainty certainty;

        Mention(@Nullable String value, List<String> parts, Certainty certainty) {
            this.value = value;
            this.parts = parts;
            this.certainty = certainty;
        }

        void at(List<Place> said, List<String> decoding) {
            for (var place : said) {
                if (places.stream().noneMatch(one -> one.turn() == place.turn())) {
                    places.add(place);
                    decodings.add(decoding);
                }
            }
        }
    }

    private final Field field;
    private final List<Mention> mentions = new ArrayList<>();
    private @Nullable Mention current;

    Track(Field field) {
        this.field = field;
    }

    @Nullable
    Mention current() {
        return current;
    }

    @Nullable
    String value() {
        return current == null ? null : current.value;
    }

    boolean knows(String value) {
        return mentions.stream().anyMatch(one -> value.equals(one.value));
    }

    /** Somebody gave one that cannot be made out, and nothing better is known. */
    boolean isOpen() {
        return current == null && mentions.stream().anyMatch(one -> one.certainty == Certainty.UNDECODABLE);
    }

    /** A value that is the caller's. */
    Mention state(String value, List<String> parts, Certainty certainty, List<Place> places, List<String> decoding) {
        mentions.removeIf(one -> one.certainty == Certainty.UNDECODABLE && places.containsAll(one.places));
        var mention = mention(value, parts, certainty);
        mention.at(places, decoding);
        if (current != null && current != mention) {
            current.certainty = Certainty.CONTRADICTED;
        }
        if (mention.certainty != Certainty.CONFIRMED) {
            mention.certainty = certainty;
        }
        current = mention;
        return mention;
    }

    /** A value that is not taken: of somebody else, or another one beside the first. */
    void leave(String value, List<String> parts, List<Place> places, List<String> decoding) {
        var mention = mention(value, parts, Certainty.CONTRADICTED);
        mention.at(places, decoding);
        mention.certainty = Certainty.CONTRADICTED;
        if (current == mention) {
            current = null;
        }
    }

    void undecodable(List<Place> places, List<String> decoding) {
        if (mentions.size() < MOST_MENTIONS) {
            var mention = new Mention(null, List.of(), Certainty.UNDECODABLE);
            mention.at(places, decoding);
            mentions.add(mention);
        }
    }

    void confirm(List<Place> places) {
        if (current != null) {
            current.certainty = Certainty.CONFIRMED;
            current.at(places, List.of("= " + current.value));
        }
    }

    /** The current one was called wrong, and nothing else given. */
    void refuse() {
        if (current != null) {
            current.certainty = Certainty.CONTRADICTED;
            current = null;
        }
    }

    List<Heard> heard() {
        var heard = new ArrayList<Heard>();
        for (var mention : mentions) {
            for (int i = 0; i < mention.places.size(); i++) {
                heard.add(new Heard(
                        field, mention.value, mention.places.get(i), mention.certainty, mention.decodings.get(i)));
            }
        }
        return heard;
    }

    private Mention mention(String value, List<String> parts, Certainty certainty) {
        for (var mention : mentions) {
            if (Objects.equals(mention.value, value)) {
                return mention;
            }
        }
        var mention = new Mention(value, parts, certainty);
        if (mentions.size() < MOST_MENTIONS) {
            mentions.add(mention);
        }
        return mention;
    }
}
