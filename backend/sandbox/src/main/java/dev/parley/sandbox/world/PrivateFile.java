package dev.parley.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files that hold secrets: never readable by others, never half written. */
public final class PrivateFile {

    private PrivateFile() {}

    public static void write(Path file, JsonNode content) {
        write(file, content.toPrettyString() + "\n");
    }

    public static void write(Path file, String content) {
        var target = file.toAbsolutePath();
        try {
            var draft = Files.createTempFile(
                    target.getParent(),
                    target.getFileName().toString(),
                    ".draft",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, content);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + target, e);
        }
    }

    public static JsonNode read(Path file) {
        try {
            return Json.MAPPER.readTree(file.toFile());
        } catch (IOException e) {
            // Without the cause: it quotes the file, which holds secrets.
            throw new IllegalStateException("Not JSON: " + file);
        }
    }
}
