package dev.parley.graphql.transport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.graphql.Upload;
import dev.parley.graphql.engine.GraphQlRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a request that brings files, by the GraphQL multipart request specification: {@code operations}, {@code map},
 * then the files.
 */
final class Multipart {

    private final Path folder;
    private final long mostBytes;
    private @Nullable JsonNode operations;
    private @Nullable JsonNode map;
    private final Map<String, Upload> files = new HashMap<>();
    private long bytes;

    /**
     * @param folder for its files; whoever made it deletes it
     * @param mostBytes of all files together
     */
    Multipart(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /**
     * @param body as it came
     * @throws ParleyException BAD_USER_INPUT or PAYLOAD_TOO_LARGE, and what reading a request's JSON throws
     */
    GraphQlRequest read(Path body, String boundary) throws IOException {
        try (var stream = Files.newInputStream(body)) {
            parts(stream, boundary);
        } catch (MultipartInput.MalformedStreamException
                | MultipartInput.FileUploadBoundaryException
                | FileUploadSizeException
                | IllegalArgumentException e) {
            throw new ParleyException(ErrorCode.BAD_USER_INPUT, "The body is not multipart/form-data", e);
        }
        if (operations == null || map == null) {
            throw refused("The parts \"operations\" and \"map\" come first");
        }
        var request = Requests.fromJson(operations);
        new FileMap(map).place(files, request.variables());
        return request;
    }

    private void parts(InputStream stream, String boundary) throws IOException {
        var input = MultipartInput.builder()
                .setInputStream(stream)
                .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
                .get();
        input.setHeaderCharset(StandardCharsets.UTF_8);
        for (boolean more = input.skipPreamble(); more; more = input.readBoundary()) {
            var part = Part.of(input.readHeaders());
            switch (part.name()) {
                case "operations" -> operations = json(input, part);
                case "map" -> map = json(input, part);
                default -> file(input, part);
            }
        }
    }

    private void file(MultipartInput input, Part part) throws IOException {
        if (operations == null || map == null || !map.has(part.name()) || files.containsKey(part.name())) {
            throw refused("Files come behind \"operations\" and \"map\", each once and named in the map");
        }
        var path = folder.resolve(Integer.toString(files.size()));
        try (var content = new DigestInputStream(input.newInputStream(), sha256())) {
            long size = Files.copy(content, path);
            bytes += size;
            if (bytes > mostBytes) {
                throw tooLarge(mostBytes);
            }
            var hash = HexFormat.of().formatHex(content.getMessageDigest().digest());
            files.put(part.name(), new Upload(part.fileName(), path, size, hash));
        }
    }

    private static JsonNode json(MultipartInput input, Part part) throws IOException {
        try (var content = input.newInputStream()) {
            var text = content.readNBytes(UploadSettings.MOST_BESIDE_FILES + 1);
            if (text.length > UploadSettings.MOST_BESIDE_FILES) {
                throw new ParleyException(
                        ErrorCode.PAYLOAD_TOO_LARGE, "The part \"" + part.name() + "\" may have 1 MiB at most");
            }
            var json = Requests.JSON.readTree(text);
            if (json == null || !json.isObject()) {
                throw refused("The part \"" + part.name() + "\" is one JSON object; batches are not supported");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new ParleyException(
                    ErrorCode.BAD_USER_INPUT, "The part \"" + part.name() + "\" is not JSON that is read here", e);
        }
    }

    static ParleyException tooLarge(long mostBytes) {
        return new ParleyException(
                ErrorCode.PAYLOAD_TOO_LARGE,
                mostBytes >= 1 << 20
                        ? "Files may have %d MiB at most".formatted(mostBytes >> 20)
                        : "Files may have %d bytes at most".formatted(mostBytes));
    }

    static ParleyException refused(String why) {
        return new ParleyException(ErrorCode.BAD_USER_INPUT, why);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // each JVM has it
        }
    }
}
