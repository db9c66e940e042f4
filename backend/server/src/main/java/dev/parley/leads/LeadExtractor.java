package dev.parley.leads;

import dev.parley.elevenlabs.Conversation;
import dev.parley.elevenlabs.Turn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a lead out of a conversation: what the agent collected comes first, then e-mail addresses and telephone numbers
 * written in the caller's turns. Each value keeps its evidence.
 */
final class LeadExtractor {

    /** Nobody says more in one breath; what is longer was made to keep us busy. */
    static final int MOST_CHARACTERS = 20_000;

    private static final int MOST_VALUES = 20;

    private final Conversation conversation;
    private final String region;
    private final OwnContacts own;
    private final Map<LeadField, String> values = new EnumMap<>(LeadField.class);
    private final List<Evidence> evidence = new ArrayList<>();

    private LeadExtractor(Conversation conversation, String language) {
        this.conversation = conversation;
        this.region = Phones.region(language);
        this.own = OwnContacts.of(conversation, region);
    }

    static Extraction extract(Conversation conversation, String language, @Nullable Double sentimentScore) {
        var extractor = new LeadExtractor(conversation, language);
        var collected = Collected.of(conversation);
        extractor.takeCollected(collected);
        extractor.readTurns();
        var signals = Score.signals(conversation, sentimentScore, extractor.values, extractor.evidence, collected);
        return new Extraction(Map.copyOf(extractor.values), collected.all(), List.copyOf(extractor.evidence), signals);
    }

    private void takeCollected(Collected collected) {
        for (var field : LeadField.values()) {
            collected
                    .of(field)
                    .flatMap(value -> normalised(field, value).stream())
                    .filter(value -> !own.isAgents(value))
                    .findFirst()
                    .ifPresent(value -> {
                        values.put(field, value);
                        evidence.add(heard(field, value));
                    });
        }
    }

    private Optional<String> normalised(LeadField field, String value) {
        return switch (field) {
            case EMAIL -> Emails.only(value);
            case PHONE -> Phones.e164(value, region);
            case NAME, COMPANY -> value.length() <= 200 ? Optional.of(value) : Optional.empty();
        };
    }

    /** Looks for a collected value in the caller's own words. */
    private Evidence heard(LeadField field, String value) {
        for (int turn = 0; turn < conversation.transcript().size(); turn++) {
            var message = callersWords(turn);
            if (message == null) {
                continue;
            }
            var quote = quote(field, value, message);
            if (quote != null) {
                return new Evidence(field.key(), value, turn, quote, EvidenceState.CONFIRMED);
            }
        }
        return new Evidence(field.key(), value, null, null, EvidenceState.UNCONFIRMED);
    }

    private @Nullable String quote(LeadField field, String value, String message) {
        return switch (field) {
            case EMAIL ->
                Emails.find(message).stream()
                        .filter(found -> found.toLowerCase(Locale.ROOT).equals(value))
                        .findFirst()
                        .orElse(null);
            case PHONE ->
                Phones.find(message, region).stream()
                        .filter(found -> found.e164().equals(value))
                        .map(Phones.Found::quote)
                        .findFirst()
                        .orElse(null);
            case NAME, COMPANY -> {
                var found = wholeWords(value).matcher(message);
                yield found.find() ? found.group() : null;
            }
        };
    }

    /** "Ann" is not said in "annual", nor in "ann@harbor.example"; but "Вектор" is in "Вектора". */
    private static Pattern wholeWords(String value) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}@._-])" + Pattern.quote(value)
                        + "(?<ending>(?<=\\p{IsCyrillic})\\p{IsCyrillic}{1,2})?(?![\\p{L}\\p{N}@_-]|\\.[\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private void readTurns() {
        for (int turn = 0; turn < conversation.transcript().size(); turn++) {
            var message = callersWords(turn);
            if (message == null) {
                continue;
            }
            for (var email : Emails.find(message)) {
                take(LeadField.EMAIL, Emails.normalised(email).orElse(email), turn, email);
            }
            for (var phone : Phones.find(message, region)) {
                take(LeadField.PHONE, phone.e164(), turn, phone.quote());
            }
        }
    }

    /** The first one said is taken; another one is kept as evidence against it. */
    private void take(LeadField field, String value, int turn, String quote) {
        if (evidence.stream().filter(one -> one.field().equals(field.key())).count() >= MOST_VALUES) {
            return;
        }
        boolean known = evidence.stream()
                .anyMatch(one -> one.field().equals(field.key()) && one.value().equals(value) && one.turn() != null);
        if (known || own.include(value, turn)) {
            return;
        }
        var chosen = values.putIfAbsent(field, value);
        var state = chosen == null || chosen.equals(value) ? EvidenceState.CONFIRMED : EvidenceState.CONFLICTING;
        evidence.add(new Evidence(field.key(), value, turn, quote, state));
    }

    private @Nullable String callersWords(int index) {
        Turn turn = conversation.transcript().get(index);
        var message = turn.role().equals("user") ? turn.message() : null;
        return message == null || message.length() <= MOST_CHARACTERS ? message : message.substring(0, MOST_CHARACTERS);
    }
}
