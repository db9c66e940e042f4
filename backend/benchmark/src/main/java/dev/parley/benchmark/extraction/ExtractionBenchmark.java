package dev.parley.benchmark.extraction;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.parley.elevenlabs.Conversation;
import dev.parley.leads.LeadExtractor;
import dev.parley.phones.PhoneRegions;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** {@code ExtractionBenchmark OUT.json COMMIT [CALLS [SEED [show]]]}: how well leads are read. */
public final class ExtractionBenchmark {

    private static final List<String> FIELDS = List.of("email", "phone", "name");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Of the processor, not of the clock: the machine may have other things to do. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final Map<String, Tally> tallies = new TreeMap<>();
    private final List<Double> milliseconds = new ArrayList<>();
    private int leads;
    private int others;
    private int missedLeads;
    private int falseLeads;
    private int values;
    private int rightTurns;

    private ExtractionBenchmark() {}

    /** What is written down. */
    record Report(
            String commit,
            int calls,
            long seed,
            Map<String, Tally> fields,
            double falseLeads,
            double missedLeads,
            double rightTurn,
            double millisecondsP95) {}

    public static void main(String[] arguments) throws Exception {
        int calls = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 4_000;
        long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 1;
        var benchmark = new ExtractionBenchmark();
        for (int i = 0; i < calls; i++) {
            benchmark.measure(CallMaker.make(seed * 1_000_003 + i), arguments.length > 4);
        }
        var report = benchmark.report(arguments[1], calls, seed);
        report.fields().forEach((name, tally) -> System.out.printf("%-40s %s%n", name, tally));
        System.out.printf(
                Locale.ROOT,
                "false leads %.2f %%, missed leads %.2f %%, right evidence turn %.2f %%, p95 %.2f ms%n",
                100 * report.falseLeads(),
                100 * report.missedLeads(),
                100 * report.rightTurn(),
                report.millisecondsP95());
        JSON.writeValue(Path.of(arguments[0]).toFile(), report);
    }

    private void measure(LabelledCall call, boolean show) {
        var conversation = Conversation.read(conversation(call));
        var regions = PhoneRegions.of(call.language(), null);
        long start = CPU.getCurrentThreadCpuTime();
        var found = LeadExtractor.extract(conversation, regions, null);
        milliseconds.add((CPU.getCurrentThreadCpuTime() - start) / 1e6);
        leads += call.lead() ? 1 : 0;
        others += call.lead() ? 0 : 1;
        missedLeads += call.lead() && !found.isLead() ? 1 : 0;
        falseLeads += !call.lead() && found.isLead() ? 1 : 0;
        if (show && call.lead() != found.isLead()) {
            System.out.println("LEAD? " + found.notALead() + " " + call);
        }
        if (!call.lead()) {
            return;
        }
        var plain = PlainPattern.read(call);
        for (var field : FIELDS) {
            var wanted = call.fields().get(field);
            var got = found.value(field);
            tally(field).add(wanted, got);
            tally(field + " " + call.language()).add(wanted, got);
            tally("kind: " + call.kind() + " " + field + " " + call.language()).add(wanted, got);
            if (!field.equals("name")) {
                tally(field + ", plain pattern").add(wanted, plain.get(field));
            }
            if (show && !Objects.equals(wanted, got)) {
                System.out.println("WRONG " + field + " got " + got + " want " + wanted + " in " + call.kind());
                call.said().forEach(one -> System.out.println("   " + (one.caller() ? "U " : "A ") + one.text()));
            }
            if (wanted != null && wanted.equals(got)) {
                values++;
                var turns = found.turns(field, got);
                boolean right = !turns.isEmpty() && call.turns().get(field).containsAll(turns);
                rightTurns += right ? 1 : 0;
                if (show && !right) {
                    System.out.println("TURNS " + field + " got " + turns + " want "
                            + call.turns().get(field) + " in " + call.kind());
                    call.said().forEach(one -> System.out.println("   " + (one.caller() ? "U " : "A ") + one.text()));
                }
            }
        }
    }

    private Tally tally(String name) {
        return tallies.computeIfAbsent(name, key -> new Tally());
    }

    private static com.fasterxml.jackson.databind.JsonNode conversation(LabelledCall call) {
        var detail = JSON.createObjectNode();
        detail.put("agent_id", "agent").put("conversation_id", "conv").put("status", "done");
        var transcript = detail.putArray("transcript");
        for (var said : call.said()) {
            transcript
                    .addObject()
                    .put("role", said.caller() ? "user" : "agent")
                    .put("message", said.text())
                    .put("time_in_call_secs", transcript.size() * 4);
        }
        detail.putObject("metadata").put("start_time_unix_secs", 1_764_000_000).put("main_language", call.language());
        detail.putObject("analysis");
        return detail;
    }

    private Report report(String commit, int calls, long seed) {
        var sorted = milliseconds.stream().sorted().toList();
        return new Report(
                commit,
                calls,
                seed,
                new TreeMap<>(tallies),
                (double) falseLeads / Math.max(1, others),
                (double) missedLeads / Math.max(1, leads),
                (double) rightTurns / Math.max(1, values),
                sorted.get(sorted.size() * 95 / 100));
    }
}
