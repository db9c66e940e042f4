package dev.parley.schema.sdl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract reads as if one person had written it. */
class LintTest {

    private static final List<Rule> RULES = Stream.of(Naming.RULES, Shape.RULES, Words.RULES)
            .flatMap(List::stream)
            .toList();

    /** What breaks each rule, and where. */
    private static final Map<String, List<String>> BAD = Map.ofEntries(
            Map.entry(
                    "Types are named LikeThis",
                    List.of("type Query { a: lead_thing } type lead_thing { a: Int }", "lead_thing")),
            Map.entry(
                    "Fields and arguments are named likeThis",
                    List.of("type Query { Leads(First: Int): Int }", "Query.Leads", "Query.Leads(First:)")),
            Map.entry(
                    "Enum values are named LIKE_THIS",
                    List.of("type Query { a: E } enum E { FINE notFine }", "E.notFine")),
            Map.entry("Words are written out", List.of("type Query { leadCnt: Int }", "Query.leadCnt")),
            Map.entry(
                    "Inputs, and only they, are named …Input",
                    List.of(
                            "type Query { a(b: LeadEdit): LeadInput } input LeadEdit { c: Int } type LeadInput { c: Int }",
                            "LeadEdit",
                            "LeadInput")),
            Map.entry(
                    "Times of the answer are named …At, days by which something is due …By",
                    List.of(
                            "scalar DateTime type Query { created: DateTime, seenAt: Int }",
                            "Query.created",
                            "Query.seenAt")),
            Map.entry(
                    "A mutation answers with a payload named after it, or after what several change",
                    List.of(
                            "type Query { a: Int } type Mutation { editLead: Int!, tagLeads: NotePayload! } type NotePayload { a: Int }",
                            "Mutation.editLead",
                            "Mutation.tagLeads")),
            Map.entry(
                    "Only mutations answer with payloads",
                    List.of("type Query { a: LeadPayload } type LeadPayload { a: Int }", "LeadPayload")),
            Map.entry(
                    "A list of the answer is always there and has no holes",
                    List.of("type Query { a: [Int!], b: [Int]!, c: [Int!]! }", "Query.a", "Query.b")),
            Map.entry("An id is an ID!", List.of("type Query { id: String! }", "Query.id")),
            Map.entry(
                    "A connection has edges, nodes, pageInfo and totalCount, none of them null",
                    List.of(
                            "type Query { a: LeadConnection } type LeadConnection { nodes: [Int!]! }",
                            "LeadConnection")),
            Map.entry(
                    "A connection is paged with first, which has a default, and after",
                    List.of(
                            "type Query { a(first: Int, after: String): LeadConnection } type LeadConnection { nodes: [Int!]! }",
                            "Query.a")),
            Map.entry(
                    "What is subscribed to is an event with id, type, occurredAt and changedFields",
                    List.of(
                            "type Query { a: Int } type Subscription { leads(after: ID): LeadEvent! } type LeadEvent { id: ID! }",
                            "Subscription.leads")),
            Map.entry(
                    "What is subscribed to can be resumed: after: ID",
                    List.of("type Query { a: Int } type Subscription { leads: Int! }", "Subscription.leads")),
            Map.entry(
                    "A payload has problems, a list, each with code, field and message",
                    List.of(
                            "type Query { a: APayload } type APayload { problems: [P!]! } type P { code: String!, message: String!, field: String }",
                            "APayload")),
            Map.entry("Everything is described", List.of("type Query { \"It.\" a: Int }", "Query")),
            Map.entry(
                    "Descriptions are sentences: they begin large and end with a full stop",
                    List.of("type Query { \"the A.\" a: Int, \"The B\" b: Int }", "Query.a", "Query.b")),
            Map.entry(
                    "What is deprecated says what to use instead and until which day it stays",
                    List.of(
                            "type Query { a: Int @deprecated, b: Int @deprecated(reason: \"Use a instead. It goes on 2027-06-01.\") }",
                            "Query.a")));

    @TestFactory
    Stream<DynamicTest> theServedContractKeepsTheRules() {
        var schema = Sdl.parse(Sdl.read(Sdl.SERVED));
        return RULES.stream()
                .map(rule ->
                        dynamicTest(rule.says(), () -> assertThat(rule.broken().apply(schema))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> eachRuleFindsWhatBreaksIt() {
        return RULES.stream()
                .map(rule -> dynamicTest(rule.says(), () -> {
                    var example = BAD.get(rule.says());
                    assertThat(example).as("an example of what breaks it").isNotNull();
                    assertThat(rule.broken().apply(Sdl.parse(example.getFirst())))
                            .containsExactlyInAnyOrderElementsOf(example.subList(1, example.size()));
                }));
    }

    @Test
    void noExampleIsLeftOver() {
        assertThat(BAD.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        RULES.stream().map(Rule::says).toList());
    }
}
