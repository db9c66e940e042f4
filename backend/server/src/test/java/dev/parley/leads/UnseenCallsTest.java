package dev.parley.leads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.elevenlabs.Conversation;
import dev.parley.phones.PhoneRegions;
import dev.parley.testing.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Whole calls in the words of another author than the reader's, labelled before the reader saw them ({@code unseen/en.txt}
 * says how). They are counted, not expected one by one: a call that is misread shows a kind that is not known yet.
 */
class UnseenCallsTest {

    private static final List<String> FIELDS = List.of("email", "phone", "name");

    /** @param language tag, which tells the region of its phone numbers */
    private record Labelled(
            String kind, String language, boolean lead, List<String> lines, Map<String, String> values, int[] turns) {}

    /** What was right, wrong and not found of one field. */
    private static final class Count {
        private int right;
        private int wrong;
        private int missed;

        void add(String expected, String found) {
            if (Objects.equals(expected, found)) {
                right += expected == null ? 0 : 1;
                return;
            }
            wrong += found == null ? 0 : 1;
            missed += expected == null ? 0 : 1;
        }

        double f1() {
            return 2.0 * right / (2.0 * right + wrong + missed);
        }

        @Override
        public String toString() {
            return "precision %.3f recall %.3f F1 %.3f (right %d, wrong %d, missed %d)"
                    .formatted(
                            right / (double) (right + wrong),
                            right / (double) (right + missed),
                            f1(),
                            right,
                            wrong,
                            missed);
        }
    }

    @Test
    void areReadAsACarefulPersonWould() {
        var calls = Stream.of("en", "ru").flatMap(UnseenCallsTest::read).toList();
        var counts = new LinkedHashMap<String, Count>();
        FIELDS.forEach(field -> counts.put(field, new Count()));
        int evidence = 0;
        int places = 0;
        int falseLeads = 0;
        int missedLeads = 0;
        var misread = new StringBuilder();
        for (var call : calls) {
            var found = extract(call);
            for (int i = 0; call.lead() && i < FIELDS.size(); i++) { // of no lead, nothing is kept
                var field = FIELDS.get(i);
                var expected = call.values().get(field);
                counts.get(field).add(expected, found.value(field));
                if (!Objects.equals(expected, found.value(field))) {
                    note(misread, call, field, expected, found.value(field));
                } else if (expected != null) {
                    places++;
                    boolean there = found.turns(field, expected).contains(call.turns()[i]);
                    evidence += there ? 1 : 0;
                    if (!there) {
                        note(misread, call, field + " turn", call.turns()[i], found.turns(field, expected));
                    }
                }
            }
            falseLeads += found.isLead() && !call.lead() ? 1 : 0;
            missedLeads += !found.isLead() && call.lead() ? 1 : 0;
            if (found.isLead() != call.lead()) {
                note(misread, call, "lead", call.lead(), found.notALead());
            }
        }
        long leads = calls.stream().filter(Labelled::lead).count();
        var figures = "%d calls, values of leads only%n".formatted(calls.size());
        for (var one : counts.entrySet()) {
            figures += "%s: %s%n".formatted(one.getKey(), one.getValue());
        }
        figures += "false leads %d of %d, missed leads %d of %d, evidence turn %d of %d%n"
                .formatted(falseLeads, calls.size() - leads, missedLeads, leads, evidence, places);
        System.out.println(misread + figures);

        assertThat(calls).hasSizeGreaterThanOrEqualTo(118);
        var aims = new SoftAssertions();
        aims.assertThat(counts.get("email").f1()).as("e-mail").isGreaterThanOrEqualTo(0.95);
        aims.assertThat(counts.get("phone").f1()).as("phone").isGreaterThanOrEqualTo(0.95);
        aims.assertThat(counts.get("name").f1()).as("name").isGreaterThanOrEqualTo(0.9);
        aims.assertThat(falseLeads / (double) (calls.size() - leads))
                .as("false")
                .isLessThan(0.02);
        aims.assertThat(missedLeads / (double) leads).as("missed").isLessThan(0.05);
        aims.assertThat(evidence / (double) places).as("turns").isGreaterThanOrEqualTo(0.98);
        aims.assertAll();
    }

    private static void note(StringBuilder misread, Labelled call, String what, Object expected, Object found) {
        misread.append("%s / %s: %s, but %s%n".formatted(call.kind(), what, expected, found));
    }

    private static Extraction extract(Labelled labelled) {
        var call = Call.to("agent");
        for (var line : labelled.lines()) {
            if (line.startsWith("A ")) {
                call.agent(line.substring(2));
            } else {
                call.user(line.substring(2));
            }
        }
        return LeadExtractor.extract(Conversation.read(call.json()), PhoneRegions.of(labelled.language(), null), null);
    }

    private static Stream<Labelled> read(String language) {
        return Stream.of(text("unseen/" + language + ".txt").split("(?m)^== "))
                .skip(1)
                .map(part -> call(language, part.lines().toList()));
    }

    private static Labelled call(String language, List<String> part) {
        var head = part.getFirst().split(" \\| ");
        var lines = new ArrayList<String>();
        var values = new LinkedHashMap<String, String>();
        var turns = new int[FIELDS.size()];
        for (var line : part.subList(1, part.size())) {
            if (line.startsWith("= ")) {
                var field = line.split(" ")[1];
                int turn = line.lastIndexOf(" @");
                values.put(field, line.substring(field.length() + 3, turn));
                turns[FIELDS.indexOf(field)] = Integer.parseInt(line.substring(turn + 2));
            } else if (line.startsWith("@")) {
                language = line.substring(1);
            } else if (!line.isBlank()) {
                lines.add(line);
            }
        }
        return new Labelled(head[0], language, head[1].equals("lead"), lines, values, turns);
    }

    private static String text(String name) {
        try (var in = UnseenCallsTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
