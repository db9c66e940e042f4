package dev.parley.admin.e2e;

import dev.parley.admin.graphql.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A call in which somebody leaves a name, a phone number and an e-mail address; nobody else has the same. */
record Call(String agentId, int number) {

    private static final int SECONDS_PER_TURN = 7;

    /** Another run of the tests may have called there before. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(1000, 9000));

    static Call to(Demo.Client client) {
        return new Call(client.agentIds().getFirst(), NEXT.getAndIncrement());
    }

    String name() {
        return "Mara Quill " + number;
    }

    String phone() {
        return "+1415555" + number;
    }

    String email() {
        return "mara.quill" + number + "@quill.example";
    }

    String json() {
        var turns = List.of(
                Map.entry("agent", "Good day, how can I help you?"),
                Map.entry("user", "Hello, my name is " + name() + "."),
                Map.entry("agent", "Nice to meet you. How can we reach you?"),
                Map.entry("user", "By mail: " + email() + "."),
                Map.entry("agent", "And by phone?"),
                Map.entry("user", "It is " + phone() + ", in the evening."),
                Map.entry("agent", "Thank you, we will call you back."),
                Map.entry("user", "Good bye."));
        var transcript = IntStream.range(0, turns.size())
                .mapToObj(i -> Map.of(
                        "role", turns.get(i).getKey(),
                        "message", turns.get(i).getValue(),
                        "time_in_call_secs", i * SECONDS_PER_TURN))
                .toList();
        return Json.MAPPER.writeValueAsString(Map.of(
                "agent_id",
                agentId,
                "status",
                "done",
                "transcript",
                transcript,
                "metadata",
                Map.of(
                        "start_time_unix_secs",
                        Instant.now().getEpochSecond() - 60,
                        "call_duration_secs",
                        turns.size() * SECONDS_PER_TURN,
                        "main_language",
                        "en"),
                "analysis",
                Map.of(
                        "call_successful",
                        "success",
                        "transcript_summary",
                        name() + " asks to be called back.",
                        "call_summary_title",
                        "Call back " + name(),
                        "data_collection_results",
                        Map.of("name", Map.of("data_collection_id", "name", "value", name())))));
    }
}
