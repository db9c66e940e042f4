package dev.parley.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.testing.Api;
import dev.parley.testing.ApiTokenMaker;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments and rights of fields below the root, asked over HTTP of {@link LibraryPart}. */
class NestedFieldsIT {

    private final OwnClient client = new OwnClient(Parley.shared());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "items { nodes { id } } | {} | 3 | 7",
                "items(first: 7) { nodes { id } } | {} | 7 | 11",
                "items(first: null) { nodes { id } } | {} | 3 | 7",
                "items(first: $n) { nodes { id } } | {} | 3 | 7",
                "items(first: $n) { nodes { id } } | {\"n\": 5} | 5 | 9",
                "items(first: $d) { nodes { id } } | {} | 4 | 8",
                "items(first: $d) { nodes { id } } | {\"d\": 2} | 2 | 6",
                "items(first: $d) { nodes { id similar(first: 3) { id } } } | {\"d\": 2} | 2 | 12",
            })
    void aPageBelowTheRootCostsWhatItHolds(String field, String variables, int size, int cost) throws Exception {
        @SuppressWarnings("unchecked") // of an object
        Map<String, Object> given = new ObjectMapper().readValue(variables, Map.class);
        var answer = client.api()
                .ask(
                        "query ($n: Int, $d: Int = 4) { me { client { library { " + field
                                + " a: items(first: $n) @skip(if:"
                                + " true) { asked } b: items(first: $d) @skip(if: true) { asked } } } } }",
                        given);

        assertThat(answer.body().has("errors")).as(answer.body().toString()).isFalse();
        assertThat(answer.data().at("/me/client/library/items/nodes")).hasSize(size);
        assertThat(answer.body().at("/extensions/cost/requested").asInt()).isEqualTo(cost);
    }

    @Test
    void aPageBelowTheRootHasALargestSize() {
        var answer = client.api().ask("{ me { client { library { items(first: 201) { asked } } } } }");

        assertThat(answer.code()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(answer.body().has("data")).isFalse();
    }

    @Test
    void aFieldThatTheRoleMayNotReadIsForbiddenAndTheRestIsAnswered() {
        var query = "{ me { client { library { mixed { id ... on Book { price(of: \"%s\") } } } } } }"
                .formatted(client.id());

        var answer = client.api("analyst").ask(query);

        assertThat(answer.data().at("/me/client/library/mixed")).hasSize(5);
        assertThat(answer.data().at("/me/client/library/mixed/0").toString())
                .isEqualTo("{\"id\":\"book-1\",\"price\":null}");
        assertThat(errors(answer))
                .containsExactlyInAnyOrder(
                        "FORBIDDEN /me/client/library/mixed/0/price",
                        "FORBIDDEN /me/client/library/mixed/2/price",
                        "FORBIDDEN /me/client/library/mixed/4/price");
        assertThat(loadsOfThis()).as("nothing is read for it").isEmpty();
        assertThat(client.api("admin")
                        .data(query)
                        .at("/me/client/library/mixed/0/price")
                        .asText())
                .isEqualTo("price of 1");
        assertThat(loadsOfThis()).hasSize(1);
    }

    @Test
    void whereNothingMayBeMissingWhatIsAroundItIs() {
        var answer = client.api("viewer")
                .ask("{ me { id client { library { best { id } mixed { ... on Book { strictPrice } } } } } }");

        assertThat(answer.data().at("/me/client/library").isNull()).isTrue();
        assertThat(answer.data().at("/me/id").asText()).isNotEmpty();
        assertThat(errors(answer)).contains("FORBIDDEN /me/client/library/mixed/0/strictPrice");
    }

    @Test
    void aFieldForPeopleIsNotForPrograms() {
        var query = "{ me { client { library { books: items(first: 1) { nodes { ... on Book { forPeople } } } } } } }";
        var program = new Api(
                client.api().endpoint(), ApiTokenMaker.make(client, "admin").token(), null);

        assertThat(errors(program.ask(query))).containsExactly("FORBIDDEN /me/client/library/books/nodes/0/forPeople");
        assertThat(client.api("viewer")
                        .data(query)
                        .at("/me/client/library/books/nodes/0/forPeople")
                        .asText())
                .isEqualTo("for people");
    }

    @Test
    void anArgumentThatIsRefusedIsTheErrorOfItsField() {
        var answer = client.api()
                .ask(
                        "query ($s: Int = 1) { me { client { library { best { id big: cover(size: 10) none: cover(size: $s)"
                                + " cover } } } } }",
                        Collections.singletonMap("s", null));

        assertThat(errors(answer))
                .containsExactlyInAnyOrder(
                        "BAD_USER_INPUT /me/client/library/best/big", "BAD_USER_INPUT /me/client/library/best/none");
        assertThat(answer.data().at("/me/client/library/best/cover").asText()).isEqualTo("cover of 1 {size=1}");
    }

    private Stream<String> loadsOfThis() {
        return CDI.current().select(LibraryPart.class).get().loads().stream()
                .filter(load -> load.contains(client.id().toString()));
    }

    private static Stream<String> errors(Api.Answer answer) {
        return StreamSupport.stream(answer.body().path("errors").spliterator(), false)
                .map(error -> error.at("/extensions/code").asText() + " " + path(error.path("path")));
    }

    private static String path(JsonNode path) {
        var text = new StringBuilder();
        path.forEach(segment -> text.append('/').append(segment.asText()));
        return text.toString();
    }
}
