package dev.parley.sandbox.elevenlabs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What can be seen of a conversation that is not over: half of what is said, and no analysis. */
final class Progress {

    private static final Set<String> TALKING = Set.of("initiated", "in-progress");
    private static final Set<String> FINISHED = Set.of("done", "failed");

    private Progress() {}

    static boolean isFinished(ObjectNode detail) {
        return FINISHED.contains(detail.path("status").asText("done"));
    }

    /** @param whole is changed */
    static ObjectNode shown(ObjectNode whole) {
        if (isFinished(whole)) {
            return whole;
        }
        whole.putNull("analysis");
        whole.remove("sentiment_analysis");
        if (TALKING.contains(whole.path("status").asText()) && whole.path("transcript") instanceof ArrayNode turns) {
            int soFar = (turns.size() + 1) / 2;
            while (turns.size() > soFar) {
                turns.remove(turns.size() - 1);
            }
        }
        return whole;
    }
}
