package dev.parley.graphql.engine;

import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents, and variables for them, that are meant to hurt; and what they get. */
enum Hostile {
    DEEP("LIMIT_EXCEEDED", "{ lead(id: \"x\") " + nested("{ sourceConversation { lead ", 40, "{ id }") + " }"),
    DEEPER_THAN_THE_PARSER_GOES("LIMIT_EXCEEDED", nested("{ me ", 1_500, "")),
    DEEP_VALUE("LIMIT_EXCEEDED", "{ leads(status: " + "[".repeat(1_500) + "]".repeat(1_500) + ") { totalCount } }"),
    DEEP_INLINE_FRAGMENTS("LIMIT_EXCEEDED", nested("{ ... on Query ", 900, "{ me { id } }")),
    WIDE("LIMIT_EXCEEDED", "{ me { " + times(1_100, i -> "id ") + "} }"),
    TOKENS("LIMIT_EXCEEDED", "{ me { " + times(5_000, i -> "id ") + "} }"),
    LONG_DOCUMENT("LIMIT_EXCEEDED", "{ me { id } } #" + "x".repeat(70_000)),
    LONG_STRING("LIMIT_EXCEEDED", "{ lead(id: \"" + "ы".repeat(40_000) + "\") { id } }"),
    ALIASES("LIMIT_EXCEEDED", "{ me { " + times(60, i -> "a" + i + ": id ") + "} }"),
    ROOT_FIELDS("LIMIT_EXCEEDED", "{ " + times(31, i -> "me { id } ") + "}"),
    ROOT_FIELDS_IN_A_FRAGMENT(
            "LIMIT_EXCEEDED", "{ ...F ...F } fragment F on Query { " + times(20, i -> "me { id } ") + "}"),
    OVERLAPPING_FIELDS(
            "LIMIT_EXCEEDED", "{ lead(id: \"x\") { " + times(600, i -> "sourceConversation { id } ") + "} }"),
    FRAGMENT_CYCLE(
            "GRAPHQL_VALIDATION_FAILED",
            "{ ...A } fragment A on Query { ...B } fragment B on Query { me { id } ...A }"),
    FRAGMENT_CYCLES_EVERYWHERE(
            "GRAPHQL_VALIDATION_FAILED",
            "{ ...F0 } "
                    + times(40, i -> "fragment F" + i + " on Query { " + times(40, to -> "...F" + to + " ") + "} ")),
    EXPONENTIAL_FRAGMENTS("LIMIT_EXCEEDED", "{ ...F0 } " + doubling("Query", "me { id }")),
    EXPONENTIAL_FIELDS(
            "LIMIT_EXCEEDED",
            "{ lead(id: \"x\") { ...F0 } } "
                    + times(
                            30,
                            i -> "fragment F" + i + " on Lead { a: sourceConversation { lead { ...F" + (i + 1)
                                    + " } } b: sourceConversation { lead { ...F" + (i + 1) + " } } } ")
                    + "fragment F30 on Lead { id }"),
    EXPONENTIAL_FRAGMENTS_BEHIND_A_NAMESAKE(
            "GRAPHQL_VALIDATION_FAILED",
            "{ ...F0 } fragment F0 on Query { me { id } } " + doubling("Query", "me { id }")),
    UNUSED_EXPONENTIAL_FRAGMENTS("LIMIT_EXCEEDED", "{ me { id } } " + doubling("Query", "me { id }")),
    DIRECTIVES("LIMIT_EXCEEDED", "{ me { id" + times(60, i -> " @skip(if: false)") + " } }"),
    UNKNOWN_DIRECTIVES("LIMIT_EXCEEDED", "{ me { id" + times(900, i -> " @d" + i) + " } }"),
    DIRECTIVES_ON_VARIABLES("LIMIT_EXCEEDED", "query(" + times(60, i -> "$v" + i + ": Int @d ") + ") { me { id } }"),
    MANY_VARIABLES("GRAPHQL_VALIDATION_FAILED", "query(" + times(900, i -> "$v" + i + ": Int ") + ") { me { id } }"),
    MANY_ERRORS("GRAPHQL_VALIDATION_FAILED", "{ me { " + times(900, i -> "no" + i + " ") + "} }"),
    HUGE_NUMBER("GRAPHQL_VALIDATION_FAILED", "{ leads(first: " + "9".repeat(60_000) + ") { totalCount } }"),
    NUL("GRAPHQL_PARSE_FAILED", "{ me\u0000 { id } }"),
    PAGE("LIMIT_EXCEEDED", "{ leads(first: 1000000000) { nodes { id } } }"),
    PAGE_IN_A_VARIABLE(
            "LIMIT_EXCEEDED", "query($n: Int) { leads(first: $n) { nodes { id } } }", Map.of("n", 1_000_000_000)),
    COST(
            "LIMIT_EXCEEDED",
            "{ conversations(first: 200) { nodes { transcript { message } lead { evidence { field } sourceConversation { transcript { message } lead { scoreSignals { name } } } } } } }"),
    WRONG_VARIABLE(
            "BAD_USER_INPUT",
            "query($s: [LeadStatus!]) { leads(status: $s) { nodes { id } } }",
            Map.of("s", IntStream.range(0, 50_000).mapToObj(i -> "NO" + i).toList())),
    MANY_OPERATIONS("BAD_USER_INPUT", times(300, i -> "query Q" + i + " { me { id } } ")),
    NO_OPERATION("GRAPHQL_VALIDATION_FAILED", "fragment F on Query { me { id } }");

    private final String code;
    private final String document;
    private final Map<String, Object> variables;

    Hostile(String code, String document) {
        this(code, document, Map.of());
    }

    Hostile(String code, String document, Map<String, Object> variables) {
        this.code = code;
        this.document = document;
        this.variables = variables;
    }

    String code() {
        return code;
    }

    String document() {
        return document;
    }

    Map<String, Object> variables() {
        return variables;
    }

    private static String times(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
    }

    private static String nested(String open, int count, String inside) {
        long braces = open.chars().filter(character -> character == '{').count();
        return open.repeat(count) + inside + "} ".repeat((int) (count * braces));
    }

    private static String doubling(String type, String leaf) {
        return times(
                        30,
                        i -> "fragment F" + i + " on " + type + " { ...F" + (i + 1) + " ... { ...F" + (i + 1) + " } } ")
                + "fragment F30 on " + type + " { " + leaf + " }";
    }
}
