package dev.parley.graphql.transport;

import dev.parley.ParleyException;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.ParameterParser;

/**
 * What the headers of a part say.
 *
 * @param fileName without a path and what cannot be shown; 255 characters at most
 */
record Part(String name, String fileName) {

    private static final String DISPOSITION = "content-disposition:";
    private static final int LONGEST_FILE_NAME = 255;
    private static final String NAMELESS = "file";

    /** @throws ParleyException BAD_USER_INPUT when it has no name */
    static Part of(String headers) {
        var disposition = headers.lines()
                .filter(line -> line.regionMatches(true, 0, DISPOSITION, 0, DISPOSITION.length()))
                .findFirst()
                .map(line -> parameters(line.substring(DISPOSITION.length())))
                .orElse(Map.of());
        var name = disposition.get("name");
        if (name == null || name.isEmpty()) {
            throw Multipart.refused("A part of the body has no name");
        }
        return new Part(
                name, plain(Optional.ofNullable(disposition.get("filename")).orElse("")));
    }

    static Map<String, String> parameters(String header) {
        var parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        return parser.parse(header, ';');
    }

    private static String plain(String given) {
        var name = given.replaceFirst("(?s).*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cf}]", "")
                .strip();
        return name.isEmpty() ? NAMELESS : name.substring(0, Math.min(name.length(), LONGEST_FILE_NAME));
    }
}
