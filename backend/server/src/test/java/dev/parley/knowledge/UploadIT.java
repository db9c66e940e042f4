package dev.parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Api;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files over HTTP, by the GraphQL multipart request specification. */
class UploadIT {

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final Api analyst = client.api("analyst");
    private final DocumentMaker documents = new DocumentMaker(analyst);

    @Test
    void aFileBecomesADocumentThatIsFound() {
        var text = "# Цены\n\nПриём стоит три тысячи рублей.\n";
        var uploaded = MultipartBody.upload("../../Цены на приём.md", bytes(text), "{\"tags\": [\"prices\"]}")
                .send(analyst);
        assertThat(uploaded.status()).isEqualTo(200);
        var made = uploaded.data().at("/uploadDocument/document");
        assertThat(made.path("fileName").asText()).isEqualTo("Цены на приём.md");
        assertThat(made.path("title").asText()).isEqualTo("Цены на приём");
        assertThat(made.path("source").asText()).isEqualTo("file");

        var ready = documents.until(made.path("id").asText(), "READY");

        assertThat(ready.path("content").asText()).contains("Приём стоит три тысячи рублей.");
        assertThat(ready.path("language").asText()).isEqualTo("ru");
        assertThat(ready.path("version").asInt()).isEqualTo(1);
    }

    @Test
    void anEmptyOneFailsWithAReasonAndIsTriedAgain() {
        var id = MultipartBody.upload("blank.txt", bytes("  \n "), "{}")
                .send(analyst)
                .data()
                .at("/uploadDocument/document/id")
                .asText();
        assertThat(documents.until(id, "FAILED").path("failure").asText()).isEqualTo("EMPTY");

        var again = documents.change("retryDocument", id, "");
        assertThat(again.at("/document/status").asText()).isEqualTo("PROCESSING");
        assertThat(again.at("/document/version").asInt()).isEqualTo(1);
        documents.until(id, "FAILED");

        documents.update(id, 1, Map.of("content", "Written by hand instead."));
        var ready = documents.until(id, "READY");
        assertThat(ready.path("liveVersionNumber").asInt()).isEqualTo(2);
        assertThat(documents
                        .change("retryDocument", id, "")
                        .at("/problems/0/code")
                        .asText())
                .isEqualTo("NOT_FAILED");
    }

    @Test
    void aBombCostsOnlyItself() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            for (int i = 0; i < 300; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        var id = MultipartBody.upload("bomb.docx", bomb.toByteArray(), "{}")
                .send(analyst)
                .data()
                .at("/uploadDocument/document/id")
                .asText();

        assertThat(documents.until(id, "FAILED").path("failure").asText()).isEqualTo("TOO_LARGE");
    }

    @Test
    void moreThanTheLimitIsRefused() {
        var answer = MultipartBody.upload("large.txt", new byte[(25 << 20) + 1], "{}")
                .send(analyst);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("PAYLOAD_TOO_LARGE");
    }

    @Test
    void largeFilesDoNotCountToTheMebibyteOfARequest() {
        var text = "A line of a long text.\n".repeat(60_000);

        assertThat(MultipartBody.upload("long.txt", bytes(text), "{}")
                        .send(analyst)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void withoutATokenOrTheRoleNothingIsTaken() {
        var nobody = new Api(analyst.endpoint(), null, null);
        assertThat(MultipartBody.upload("a.txt", bytes("a"), "{}").send(nobody).status())
                .isEqualTo(401);
        assertThat(MultipartBody.upload("a.txt", bytes("a"), "{}")
                        .send(client.api("viewer"))
                        .code())
                .isEqualTo("FORBIDDEN");
        assertThat(parley.sql("select count(*) from knowledge_documents where client_id = ?", client.id()))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"query": "{ me { id } }"}                              | {"0": ["variables.file"]}
                    {"query": "{ me { id } }", "variables": {"file": "x"}}  | {"0": ["variables.file"]}
                    {"query": "{ me { id } }", "variables": {"file": null}} | {"0": ["query"]}
                    {"query": "{ me { id } }", "variables": {"file": null}} | {"0": ["variables.files.0"]}
                    {"query": "{ me { id } }", "variables": {"file": null}} | {"1": ["variables.file"]}
                    {"query": "{ me { id } }", "variables": {"file": null}} | {"0": "variables.file"}
                    [{"query": "{ me { id } }"}]                            | {"0": ["0.variables.file"]}
                    no JSON                                                 | {"0": ["variables.file"]}
                    """)
    void whatIsNoUploadIsRefusedWithAReason(String operations, String map) {
        var answer = new MultipartBody()
                .field("operations", operations)
                .field("map", map)
                .file("0", "a.txt", bytes("a"))
                .send(analyst);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void filesComeBehindTheMap() {
        var answer = new MultipartBody()
                .field("operations", "{\"query\": \"{ me { id } }\", \"variables\": {\"file\": null}}")
                .file("0", "a.txt", bytes("a"))
                .field("map", "{\"0\": [\"variables.file\"]}")
                .send(analyst);

        assertThat(answer.code()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void aFileIsNoTextOfAVariable() {
        var answer = analyst.ask(
                "mutation($file: Upload!) { uploadDocument(file: $file, input: {}) { problems { code } } }",
                Map.of("file", "text"));

        assertThat(answer.code()).isEqualTo("BAD_USER_INPUT");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
