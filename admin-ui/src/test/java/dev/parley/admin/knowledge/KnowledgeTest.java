package dev.parley.admin.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.PanelPage;
import dev.parley.admin.graphql.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Documents: found, read, made, put away and brought back. */
@ViewPackages(packages = "dev.parley.admin")
class KnowledgeTest extends PanelPage {

    private static final String KNOWLEDGE = "c/north/knowledge";

    @Test
    void listsDocumentsAndFollowsTheAddress() {
        fake().documents.getLast().put("status", "FAILED").put("failure", "ENCRYPTED");
        open(OWNER, KNOWLEDGE);
        assertThat(getCurrentView()).isInstanceOf(KnowledgeView.class);
        until(() -> rows() == 3);

        UI.getCurrent().navigate(KNOWLEDGE, QueryParameters.fromString("status=FAILED&tag=price"));

        until(() -> rows() == 1);
        assertThat(row(0).document().title()).isEqualTo("Guide 3");
    }

    @Test
    void aQuestionFindsPassagesAndOpensOneAtItsPlace() {
        open(OWNER, KNOWLEDGE);
        until(() -> rows() == 3);

        UI.getCurrent().navigate(KNOWLEDGE, QueryParameters.fromString("q=delivry&category=Sales"));
        until(() -> rows() == 2 && row(0).hit() != null);

        assertThat(fake().questions.getLast().path("query").asString()).isEqualTo("delivry");
        assertThat(fake().questions.getLast().path("filter").path("category").asString())
                .isEqualTo("Sales");
        assertThat(row(0).strength()).isEqualTo(100);
        assertThat(row(1).strength()).isEqualTo(50);
        assertThat(Piece.of(row(0).hit()))
                .containsExactly(
                        new Piece("Days\nWe deliver on ", false),
                        new Piece("Mondays", true),
                        new Piece(" & never else", false));
        assertThat(shown(".degraded")).isFalse();

        ((KnowledgeView) getCurrentView()).open(row(0).key());

        until(() -> titles().contains("Guide 1"));
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo(KNOWLEDGE + "/document-1");
        assertThat(parameters())
                .isEqualTo(Map.of(
                        "q", List.of("delivry"),
                        "category", List.of("Sales"),
                        "version", List.of("2"),
                        "place", List.of("12-38")));
        until(() -> html().contains("<p class=\"place\">We deliver on <strong>Mondays</strong>.</p>"));

        test(find(Button.class).withAttribute("aria-label", "Close").single()).click();
        until(() -> rows() == 2);
        assertThat(parameters()).isEqualTo(Map.of("q", List.of("delivry"), "category", List.of("Sales")));
    }

    @Test
    void whatASearchDidWithoutIsSaid() {
        fake().degraded.add("EMBEDDINGS");
        open(OWNER, KNOWLEDGE, "q=delivery");

        until(() -> shown(".degraded"));
        assertThat(text(".degraded")).contains("Found by words only");
    }

    @Test
    void newsOfADocumentIsInTheListAtOnce() {
        open(OWNER, KNOWLEDGE);
        until(() -> rows() == 3);
        listening("documentEvents");
        int asked = asked("Documents");
        var created = FakeKnowledge.document(0).put("title", "Brand new");

        world.feed.emit("documentEvents", 5, "\"type\":\"CREATED\",\"document\":" + created);

        until(() -> rows() == 4 && row(0).document().title().equals("Brand new"));
        assertThat(asked("Documents")).isEqualTo(asked);
    }

    @Test
    void versionsAreComparedAndBroughtBack() {
        open(OWNER, KNOWLEDGE + "/document-1", "tab=VERSIONS&from=1&to=2");
        until(() -> shown(".diff-added"));

        assertThat(text(".diff")).contains("On Sundays.").contains("On Mondays.");
        test(button("Make it the newest")).click();

        until(() -> changed("restoreDocumentVersion").path("number").asInt() == 1);
        assertThat(changed("restoreDocumentVersion").path("version").asInt()).isEqualTo(3);
    }

    @Test
    void passagesLeadToTheirPlaces() {
        open(VIEWER, KNOWLEDGE + "/document-1", "tab=PASSAGES");

        until(() -> shown(".passage"));
        assertThat(text(".passage")).contains("Passage 1").contains("We deliver on Mondays.");
    }

    @Test
    void whatIsPutAwayCanBeBroughtBack() {
        open(OWNER, KNOWLEDGE + "/document-1");
        until(() -> titles().contains("Guide 1"));
        assertThat(text(".similar")).contains("Another guide");

        test(button("Archive")).click();
        until(() -> text(".detail-header").contains("Archived"));
        until(() -> !find(Button.class).withText("Undo").all().isEmpty());
        test(button("Undo")).click();

        until(() -> text(".detail-header").contains("Ready"));
        assertThat(changed("restoreDocuments").path("ids").path(0).asString()).isEqualTo("document-1");
    }

    @Test
    void aNewDocumentIsWritten() {
        open(OWNER, KNOWLEDGE);
        until(() -> rows() == 3);
        test(button("New document")).click();
        test(button("Create")).click();
        assertThat(fake().changes).isEmpty();
        assertThat(title().isInvalid()).isTrue();

        test(title()).setValue("Opening hours");
        test(find(TextArea.class).single()).setValue("We open at nine.");
        test(button("Create")).click();

        until(() -> getCurrentView() instanceof DocumentView);
        var input = changed("createDocument").path("input");
        assertThat(input.path("title").asString()).isEqualTo("Opening hours");
        assertThat(input.path("contentType").asString()).isEqualTo("markdown");
        assertThat(input.path("reviewBy").isNull()).isTrue();
    }

    @Test
    void whatStandsInTheWayIsSaidAndKeepsWhatWasTyped() {
        fake().problems.add(Json.MAPPER.readTree("{\"code\":\"CONFLICT\",\"field\":\"version\"}"));
        open(OWNER, KNOWLEDGE + "/document-1");
        until(() -> titles().contains("Guide 1"));
        test(button("Edit")).click();
        test(title()).setValue("Better guide");

        test(button("Save changes")).click();

        until(() -> text(".form-problems").contains("Somebody else changed this document"));
        assertThat(title().getValue()).isEqualTo("Better guide");
        assertThat(changed("updateDocument").path("version").asInt()).isEqualTo(3);
    }

    @Test
    void viewersOnlyRead() {
        fake().documents.getFirst().put("status", "FAILED").put("failure", "EMPTY");
        open(VIEWER, KNOWLEDGE);
        until(() -> rows() == 3);
        assertThat(find(Button.class).withText("New document").all()).isEmpty();
        assertThat(shown(".uploads")).isFalse();

        UI.getCurrent().navigate(KNOWLEDGE + "/document-1");

        until(() -> titles().contains("Guide 1"));
        assertThat(text(".note-wrong")).contains("There is no text in it.");
        for (var action : new String[] {"Edit", "Edit text", "Archive", "Delete", "Try again"}) {
            assertThat(find(Button.class).withText(action).all()).isEmpty();
        }
    }

    @Test
    void whatFailedIsTriedAgain() {
        fake().documents.getFirst().put("status", "FAILED").put("failure", "TOOK_TOO_LONG");
        open(OWNER, KNOWLEDGE + "/document-1");
        until(() -> shown(".note-wrong"));

        test(button("Try again")).click();

        until(() -> changed("retryDocument").path("id").asString("").equals("document-1"));
    }

    private void open(String email, String address, String parameters) {
        logIn(email);
        UI.getCurrent().navigate(address, QueryParameters.fromString(parameters));
    }

    private static Map<String, List<String>> parameters() {
        return UI.getCurrent().getActiveViewLocation().getQueryParameters().getParameters();
    }

    private String html() {
        return find(Readable.class).all().stream()
                .map(text -> text.getElement().getProperty("innerHTML"))
                .findFirst()
                .orElse("");
    }

    private TextField title() {
        return find(TextField.class).withCaption("Title").single();
    }

    private KnowledgeRow row(int index) {
        return (KnowledgeRow) test(grid()).getRow(index);
    }

    private int asked(String operation) {
        return (int) world.api.asked.stream().filter(operation::equals).count();
    }

    private JsonNode changed(String field) {
        return fake().changes.stream()
                .filter(change -> change.getKey().equals(field))
                .reduce((first, second) -> second)
                .map(Map.Entry::getValue)
                .orElse(Json.MAPPER.createObjectNode());
    }

    private FakeKnowledge fake() {
        return world.of(FakeKnowledge.class);
    }
}
