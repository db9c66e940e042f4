package dev.parley.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.List;

/**
 * What the API found wrong with one part of a request.
 *
 * @param location for example query, page_size
 * @param type for example less_than_equal
 */
public record Problem(List<String> location, String message, String type) implements Serializable {

    public Problem {
        location = List.copyOf(location);
    }

    static Problem read(JsonNode problem) {
        return new Problem(
                Json.list(problem, "loc", JsonNode::asText),
                Json.text(problem, "msg", ""),
                Json.text(problem, "type", ""));
    }

    /** Without the message: it may quote what was sent. */
    @Override
    public String toString() {
        return String.join(".", location) + ": " + type;
    }
}
