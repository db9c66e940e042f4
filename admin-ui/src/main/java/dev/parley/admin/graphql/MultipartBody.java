package dev.parley.admin.graphql;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** An operation and a file, as the GraphQL multipart request specification has them; the file is never held in memory. */
final class MultipartBody {

    private final String boundary = "parley-" + UUID.randomUUID();

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** @param variable of the operation that is the file */
    BodyPublisher of(Document document, Map<String, ?> variables, String variable, FileUpload file) {
        var all = new TreeMap<String, Object>(variables);
        all.put(variable, null);
        var head = text(field("operations", new TreeMap<>(Map.of("query", document.text(), "variables", all)))
                + field("map", Map.of("0", List.of("variables." + variable)))
                + "--%s\r\nContent-Disposition: form-data; name=\"0\"; filename=\"%s\"\r\n"
                        .formatted(boundary, escaped(file.name()))
                + "Content-Type: application/octet-stream\r\n\r\n");
        var tail = text("\r\n--" + boundary + "--\r\n");
        var whole = BodyPublishers.concat(
                BodyPublishers.ofByteArray(head),
                BodyPublishers.ofInputStream(file.content()),
                BodyPublishers.ofByteArray(tail));
        return file.size() < 0 ? whole : BodyPublishers.fromPublisher(whole, head.length + file.size() + tail.length);
    }

    private String field(String name, Object value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(boundary, name, Json.MAPPER.writeValueAsString(value));
    }

    /** As browsers write names of files. */
    private static String escaped(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
