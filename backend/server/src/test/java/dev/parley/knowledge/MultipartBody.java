package dev.parley.knowledge;

import dev.parley.testing.Api;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/** A request with files, by the GraphQL multipart request specification, part by part. */
final class MultipartBody {

    private static final String BOUNDARY = "----of-a-test";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** One that uploads a file as a document. */
    static MultipartBody upload(String fileName, byte[] content, String input) {
        return new MultipartBody()
                .field(
                        "operations",
                        """
                        {"query": "mutation($file: Upload!, $input: UploadDocumentInput!) {
                            uploadDocument(file: $file, input: $input) {
                              document { id title fileName source status } problems { code field } } }",
                         "variables": {"file": null, "input": %s}}"""
                                .replace("\n", " ")
                                .formatted(input))
                .field("map", "{\"0\": [\"variables.file\"]}")
                .file("0", fileName, content);
    }

    MultipartBody field(String name, String value) {
        return part("form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    MultipartBody file(String name, String fileName, byte[] content) {
        return part("form-data; name=\"" + name + "\"; filename=\"" + fileName + "\"", content);
    }

    private MultipartBody part(String disposition, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition
                        + "\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Api.Answer send(Api api) {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return api.send(api.request(api.endpoint())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(whole.toByteArray())));
    }
}
