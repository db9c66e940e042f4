package dev.parley.sandbox.elevenlabs;

import dev.parley.sandbox.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads query parameters as ElevenLabs does: what is not as described is refused with 422. */
final class Parameters {

    private final Request request;

    Parameters(Request request) {
        this.request = request;
    }

    Optional<String> text(String name) {
        return request.query(name);
    }

    List<String> texts(String name) {
        return request.queries(name);
    }

    Optional<Long> integer(String name, long min, long max) {
        return text(name).map(value -> {
            long number = parsed(name, value);
            if (number < min) {
                throw invalid(name, "greater_than_equal", "Input should be greater than or equal to " + min);
            }
            if (number > max) {
                throw invalid(name, "less_than_equal", "Input should be less than or equal to " + max);
            }
            return number;
        });
    }

    Optional<Boolean> flag(String name) {
        return oneOf(name, List.of("true", "false")).map(Boolean::valueOf);
    }

    Optional<String> oneOf(String name, List<String> values) {
        return someOf(name, values).stream().findFirst();
    }

    List<String> someOf(String name, List<String> values) {
        var given = texts(name);
        if (!values.containsAll(given)) {
            var known = values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
            throw invalid(name, "enum", "Input should be one of " + known);
        }
        return given;
    }

    /** @throws InvalidParameterException when one of them is there */
    void refuse(List<String> names) {
        names.stream().filter(request.queryNames()::contains).findFirst().ifPresent(name -> {
            throw invalid(name, "not_imitated", "The sandbox does not imitate this filter");
        });
    }

    private static long parsed(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw invalid(name, "int_parsing", "Input should be a valid integer, unable to parse string as an integer");
        }
    }

    private static InvalidParameterException invalid(String name, String type, String message) {
        return new InvalidParameterException(name, type, message);
    }
}
