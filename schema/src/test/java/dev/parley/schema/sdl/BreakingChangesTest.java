package dev.parley.schema.sdl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract does not break for those who call it, unless that is wanted: {@code graphql/accepted.graphql} is what was
 * promised last, {@code graphql/breaking-changes.csv} says which promises are broken on purpose and why.
 */
class BreakingChangesTest {

    private static final String BASE =
            """
            type Query { lead(id: ID!): Lead leads(status: Status): [Lead!]! }
            type Mutation { updateLead(input: LeadInput!): Lead }
            type Lead { id: ID! name: String score: Int! }
            input LeadInput { name: String }
            enum Status { NEW LOST }
            """;

    private static final Map<String, String[]> BREAKS = new TreeMap<>(Map.of(
            "a field goes", new String[] {"name: String score", "score"},
            "an answer becomes nullable", new String[] {"score: Int!", "score: Int"},
            "a type changes", new String[] {"score: Int!", "score: Float!"},
            "a list becomes nullable", new String[] {"[Lead!]!", "[Lead!]"},
            "an argument becomes necessary", new String[] {"leads(status: Status)", "leads(status: Status!)"},
            "a new argument is necessary", new String[] {"lead(id: ID!)", "lead(id: ID!, more: Int!)"},
            "an argument goes", new String[] {"leads(status: Status)", "leads"},
            "an input field becomes necessary",
                    new String[] {"LeadInput { name: String }", "LeadInput { name: String! }"},
            "a new input field is necessary",
                    new String[] {"LeadInput { name: String }", "LeadInput { name: String more: Int! }"},
            "an enum value goes", new String[] {"NEW LOST", "NEW"}));

    @Test
    void nothingBreaksUnlessItIsWanted() {
        var wanted = new TreeMap<String, String>();
        Sdl.read(Sdl.WANTED).lines().skip(1).forEach(line -> {
            var columns = line.split(";", 2);
            wanted.put(columns[0].strip(), columns.length < 2 ? "" : columns[1].strip());
        });

        assertThat(Breaks.between(Sdl.read(Sdl.ACCEPTED), Sdl.read(Sdl.SERVED)))
                .as(
                        "breaking changes since %s; one that is wanted gets a line in %s: the change;why",
                        Sdl.ACCEPTED, Sdl.WANTED)
                .containsExactlyInAnyOrderElementsOf(wanted.keySet());
        assertThat(wanted.values()).as("each says why").doesNotContain("");
    }

    @TestFactory
    Stream<DynamicTest> eachKindOfBreakIsFound() {
        return BREAKS.entrySet().stream()
                .map(one -> dynamicTest(one.getKey(), () -> {
                    var after = BASE.replace(one.getValue()[0], one.getValue()[1]);
                    assertThat(after).isNotEqualTo(BASE);
                    assertThat(Breaks.between(BASE, after)).hasSize(1);
                }));
    }

    @Test
    void aTypeThatGoesIsFound() {
        assertThat(Breaks.between(BASE + " type Extra { a: Int } extend type Query { extra: Extra }", BASE))
                .isNotEmpty();
    }

    @Test
    void whatIsAddedBreaksNothing() {
        var more = BASE.replace("score: Int!", "score: Int! email: String")
                .replace("LeadInput { name: String }", "LeadInput { name: String email: String }")
                .replace("lead(id: ID!)", "lead(id: ID!, deep: Boolean = false)")
                .replace("NEW LOST", "NEW LOST WON")
                .replace("type Lead {", "type Extra { a: Int } type Lead { extra: Extra");

        assertThat(Breaks.between(BASE, more)).isEmpty();
        assertThat(Breaks.between(BASE, BASE.replace("name: String score", "name: String! score")))
                .isEmpty();
    }
}
