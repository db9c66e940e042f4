package dev.parley.leads;

import dev.parley.elevenlabs.Conversation;
import dev.parley.leads.reading.CallReader;
import dev.parley.leads.reading.Certainty;
import dev.parley.leads.reading.Field;
import dev.parley.leads.reading.Heard;
import dev.parley.leads.reading.Line;
import dev.parley.leads.reading.Reading;
import dev.parley.leads.reading.Side;
import dev.parley.phones.FoundPhone;
import dev.parley.phones.PhoneNumbers;
import dev.parley.phones.PhoneRegions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a lead out of a conversation: of what the agent collected and of what was said. Each value keeps its evidence. */
public final class LeadExtractor {

    private static final int MOST_VALUES = 20;

    private final Conversation conversation;
    private final PhoneRegions regions;
    private final OwnNumbers own;
    private final Reading reading;
    private final Map<LeadField, String> values = new EnumMap<>(LeadField.class);
    private final List<Evidence> evidence = new ArrayList<>();

    private LeadExtractor(Conversation conversation, PhoneRegions regions) {
        this.conversation = conversation;
        this.own = OwnNumbers.of(conversation, regions);
        this.regions = regions.and(own.all());
        this.reading = CallReader.read(lines(conversation), side(this.regions), own.callers(), own.agents());
    }

    /** @param sentimentScore -1..1; null when nobody told one */
    public static Extraction extract(Conversation conversation, PhoneRegions regions, @Nullable Double sentimentScore) {
        var extractor = new LeadExtractor(conversation, regions);
        var collected = Collected.of(conversation);
        for (var field : LeadField.values()) {
            extractor.take(field, collected);
        }
        extractor.takeCallersNumber(collected);
        var signals = Score.signals(
                conversation, sentimentScore, extractor.values, extractor.evidence, collected, extractor.reading);
        return new Extraction(
                Map.copyOf(extractor.values),
                collected.all(),
                List.copyOf(extractor.evidence),
                signals,
                NotALead.of(extractor.reading.outcome(), !extractor.values.isEmpty()));
    }

    private static List<Line> lines(Conversation conversation) {
        var lines = new ArrayList<Line>();
        for (int turn = 0; turn < conversation.transcript().size(); turn++) {
            var said = conversation.transcript().get(turn);
            var caller = TurnText.of(said, "user");
            var agent = TurnText.of(said, "agent");
            if (caller != null || agent != null) {
                lines.add(new Line(turn, caller != null, caller != null ? caller : Objects.requireNonNull(agent)));
            }
        }
        return lines;
    }

    private static Side side(PhoneRegions regions) {
        return new Side(
                text -> Emails.find(text).stream()
                        .map(found -> new Side.Written(
                                found.address(),
                                found.start(),
                                found.start() + found.quote().length()))
                        .toList(),
                Emails::normalised,
                digits -> PhoneNumbers.e164(digits, regions));
    }

    private void take(LeadField field, Collected collected) {
        var heard = new ArrayList<>(reading.heard())
                .stream()
                        .filter(one -> one.field() == Field.valueOf(field.name()))
                        .toList();
        var said = reading.values().get(Field.valueOf(field.name()));
        var told = collected
                .of(field)
                .flatMap(value -> normalised(field, value))
                .filter(value -> !own.isAgents(value))
                .distinct()
                .limit(field == LeadField.PHONE ? MOST_VALUES : 1)
                .toList();
        var chosen = chosen(said, heard, told);
        if (chosen != null) {
            values.put(field, chosen);
        }
        if (field == LeadField.NAME && chosen != null && told.contains(chosen)) {
            heard = heard.stream().map(one -> whole(one, chosen)).toList();
        }
        for (var value : told) {
            if (valuesOf(heard).noneMatch(value::equals)) {
                evidence.add(collected(field, value, value.equals(chosen)));
            }
        }
        heard.stream()
                .sorted(Comparator.comparing((Heard one) -> !Objects.equals(one.value(), chosen)))
                .forEach(one -> evidence.add(evidence(one, chosen)));
    }

    /** Of a collected name a part was heard: the rest is taken from what was collected. */
    private static Heard whole(Heard heard, String name) {
        var words = List.of(name.split(" "));
        boolean part = heard.value() != null
                && !heard.value().equals(name)
                && words.containsAll(List.of(heard.value().split(" ")));
        return part ? new Heard(heard.field(), name, heard.place(), Certainty.INFERRED, heard.decoding()) : heard;
    }

    private static Stream<String> valuesOf(List<Heard> heard) {
        return heard.stream().map(Heard::value).filter(Objects::nonNull);
    }

    /** What the agent collected, unless the caller took it back, or agreed to another value. */
    private static @Nullable String chosen(@Nullable String said, List<Heard> heard, List<String> told) {
        if (told.isEmpty() || said == null) {
            return told.isEmpty() ? said : told.getFirst();
        }
        boolean takenBack = heard.stream()
                .anyMatch(one -> told.getFirst().equals(one.value()) && one.certainty() == Certainty.CONTRADICTED);
        boolean agreed =
                heard.stream().anyMatch(one -> said.equals(one.value()) && one.certainty() == Certainty.CONFIRMED);
        return takenBack || agreed ? said : told.getFirst();
    }

    private static Evidence evidence(Heard heard, @Nullable String chosen) {
        var state = EvidenceState.valueOf(heard.certainty().name());
        boolean other = heard.value() != null && !heard.value().equals(chosen);
        return new Evidence(
                LeadField.valueOf(heard.field().name()).key(),
                heard.value(),
                heard.place().turn(),
                heard.place().quote(),
                other ? EvidenceState.CONTRADICTED : state == EvidenceState.CONTRADICTED ? EvidenceState.STATED : state,
                heard.decoding());
    }

    /** A collected value that was not read in the transcript; names may stand in it all the same. */
    private Evidence collected(LeadField field, String value, boolean chosen) {
        var state = chosen ? EvidenceState.STATED : EvidenceState.CONTRADICTED;
        if (field == LeadField.NAME || field == LeadField.COMPANY) {
            for (int turn = 0; turn < conversation.transcript().size(); turn++) {
                var message = TurnText.of(conversation.transcript().get(turn), "user");
                var words = message == null ? null : wholeWords(value).matcher(message);
                if (words != null && words.find()) {
                    return new Evidence(field.key(), value, turn, words.group(), state, List.of());
                }
            }
        }
        return new Evidence(field.key(), value, null, null, chosen ? EvidenceState.INFERRED : state, List.of());
    }

    private Stream<String> normalised(LeadField field, String value) {
        return switch (field) {
            case EMAIL -> Emails.only(value).stream();
            case PHONE -> PhoneNumbers.collected(value, regions).stream().map(FoundPhone::e164);
            case NAME, COMPANY -> value.length() <= 200 ? Stream.of(value) : Stream.empty();
        };
    }

    /** "Ann" is not said in "annual", nor in "ann@harbor.example"; but "Вектор" is in "Вектора". */
    private static Pattern wholeWords(String value) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}@._-])" + Pattern.quote(value)
                        + "(?<ending>(?<=\\p{IsCyrillic})\\p{IsCyrillic}{1,2})?(?![\\p{L}\\p{N}@_-]|\\.[\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /**
     * The number the other side rang or wrote from, when they asked to be called and gave no number.
     */
    private void takeCallersNumber(Collected collected) {
        boolean wanted = !values.isEmpty() || reading.outcome().sure();
        if (!wanted || values.containsKey(LeadField.PHONE)) {
            return;
        }
        Optional.ofNullable(own.callers())
                .flatMap(number -> CallRequest.in(conversation, collected)
                        .map(asked -> new Evidence(
                                LeadField.PHONE.key(),
                                number,
                                asked.turn(),
                                asked.quote(),
                                EvidenceState.CALLER_ID,
                                List.of())))
                .ifPresent(one -> {
                    values.put(LeadField.PHONE, Objects.requireNonNull(one.value()));
                    evidence.add(one);
                });
    }
}
