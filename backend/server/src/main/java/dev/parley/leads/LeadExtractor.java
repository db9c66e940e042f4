package dev.parley.leads;

import dev.parley.elevenlabs.Conversation;
import dev.parley.phones.FoundPhone;
import dev.parley.phones.PhoneNumbers;
import dev.parley.phones.PhoneRegions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a lead out of a conversation: what the agent collected comes first, then e-mail addresses and telephone numbers
 * written in the caller's turns. Each value keeps its evidence.
 */
final class LeadExtractor {

    private static final int MOST_VALUES = 20;

    private final Conversation conversation;
    private final PhoneRegions regions;
    private final OwnContacts own;
    private final Map<LeadField, String> values = new EnumMap<>(LeadField.class);
    private final List<Evidence> evidence = new ArrayList<>();

    private LeadExtractor(Conversation conversation, PhoneRegions regions) {
        this.conversation = conversation;
        this.regions = regions;
        this.own = OwnContacts.of(conversation, regions);
    }

    static Extraction extract(Conversation conversation, PhoneRegions regions, @Nullable Double sentimentScore) {
        var extractor = new LeadExtractor(conversation, regions);
        var collected = Collected.of(conversation);
        extractor.takeCollected(collected);
        extractor.readTurns();
        extractor.takeCallersNumber(collected);
        var signals = Score.signals(conversation, sentimentScore, extractor.values, extractor.evidence, collected);
        return new Extraction(Map.copyOf(extractor.values), collected.all(), List.copyOf(extractor.evidence), signals);
    }

    /** The first value is taken; another telephone number beside it is kept as an alternative. */
    private void takeCollected(Collected collected) {
        for (var field : LeadField.values()) {
            var found = collected
                    .of(field)
                    .flatMap(value -> normalised(field, value))
                    .filter(value -> !own.isAgents(value))
                    .distinct()
                    .limit(field == LeadField.PHONE ? MOST_VALUES : 1)
                    .toList();
            for (var value : found) {
                var chosen = values.putIfAbsent(field, value);
                evidence.add(heard(field, value, chosen == null ? null : EvidenceState.CONFLICTING));
            }
        }
    }

    private Stream<String> normalised(LeadField field, String value) {
        return switch (field) {
            case EMAIL -> Emails.only(value).stream();
            case PHONE -> PhoneNumbers.collected(value, regions).stream().map(FoundPhone::e164);
            case NAME, COMPANY -> value.length() <= 200 ? Stream.of(value) : Stream.empty();
        };
    }

    /**
     * Looks for a collected value in the caller's own words.
     *
     * @param state null: what the words say of it
     */
    private Evidence heard(LeadField field, String value, @Nullable EvidenceState state) {
        for (int turn = 0; turn < conversation.transcript().size(); turn++) {
            var message = callersWords(turn);
            var quote = message == null ? null : quote(field, value, message);
            if (quote != null) {
                return new Evidence(field.key(), value, turn, quote, state == null ? EvidenceState.CONFIRMED : state);
            }
        }
        return new Evidence(field.key(), value, null, null, state == null ? EvidenceState.UNCONFIRMED : state);
    }

    private @Nullable String quote(LeadField field, String value, String message) {
        return switch (field) {
            case EMAIL ->
                Emails.find(message).stream()
                        .filter(found -> found.address().equals(value))
                        .map(Emails.Found::quote)
                        .findFirst()
                        .orElse(null);
            case PHONE ->
                PhoneNumbers.find(message, regions).stream()
                        .filter(found -> found.e164().equals(value))
                        .map(FoundPhone::quote)
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
                take(LeadField.EMAIL, email.address(), turn, email.quote());
            }
            for (var phone : PhoneNumbers.find(message, regions)) {
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

    /**
     * The number the other side rang or wrote from, when they asked to be called and gave no number. Without anything else
     * that is known of them it makes no lead: whoever calls has a number.
     */
    private void takeCallersNumber(Collected collected) {
        if (values.isEmpty() || values.containsKey(LeadField.PHONE)) {
            return;
        }
        own.callersNumber()
                .flatMap(number -> CallRequest.in(conversation, collected)
                        .map(asked -> new Evidence(
                                LeadField.PHONE.key(), number, asked.turn(), asked.quote(), EvidenceState.CALLER_ID)))
                .ifPresent(one -> {
                    values.put(LeadField.PHONE, one.value());
                    evidence.add(one);
                });
    }

    private @Nullable String callersWords(int index) {
        return TurnText.of(conversation.transcript().get(index), "user");
    }
}
