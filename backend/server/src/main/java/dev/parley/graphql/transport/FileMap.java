package dev.parley.graphql.transport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ParleyException;
import dev.parley.graphql.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which variable each file is: {@code {"0": ["variables.file"]}}. */
record FileMap(JsonNode map) {

    private static final int MOST_FILES = 10;
    private static final String VARIABLES = "variables";

    /**
     * Puts the files where the variables are null.
     *
     * @throws ParleyException BAD_USER_INPUT when a file is missing, or its place
     */
    void place(Map<String, Upload> files, Map<String, Object> variables) {
        if (map.size() > MOST_FILES) {
            throw Multipart.refused("A request brings " + MOST_FILES + " files at most");
        }
        map.fields().forEachRemaining(entry -> {
            var file = files.get(entry.getKey());
            if (file == null) {
                throw Multipart.refused("A file that the map names did not come");
            }
            if (!entry.getValue().isArray() || entry.getValue().size() != 1) {
                throw Multipart.refused("The map gives each file an array of one path");
            }
            put(file, List.of(entry.getValue().get(0).asText().split("\\.")), variables);
        });
    }

    private static void put(Upload file, List<String> path, Map<String, Object> variables) {
        if (path.size() < 2 || !path.getFirst().equals(VARIABLES)) {
            throw noPlace();
        }
        Object holder = variables;
        for (var step : path.subList(1, path.size() - 1)) {
            holder = within(holder, step);
        }
        var last = path.getLast();
        if (holder instanceof Map<?, ?> object && object.containsKey(last) && object.get(last) == null) {
            @SuppressWarnings("unchecked") // read from JSON
            var writable = (Map<String, Object>) object;
            writable.put(last, file);
        } else if (holder instanceof ArrayList<?> list && within(list, last) == null) {
            @SuppressWarnings("unchecked") // read from JSON
            var writable = (List<Object>) list;
            writable.set(Integer.parseInt(last), file);
        } else {
            throw noPlace();
        }
    }

    private static Object within(Object holder, String step) {
        return switch (holder) {
            case Map<?, ?> object -> object.get(step);
            case List<?> list
            when step.matches("\\d{1,3}") && Integer.parseInt(step) < list.size() -> list.get(Integer.parseInt(step));
            case null, default -> throw noPlace();
        };
    }

    private static ParleyException noPlace() {
        return Multipart.refused("The map's paths lead to variables that are null, as in \"variables.file\"");
    }
}
