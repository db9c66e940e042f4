package dev.parley.benchmark;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One question, in the words of each side; all have to answer it with the same data.
 *
 * @param query for Parley and for Spring, whose schema is the same
 * @param forPostgraphile with what its own schema calls things
 */
record Shape(String name, String query, String forPostgraphile) {

    private static final String FLAT =
            " elevenlabsConversationId status %s durationSeconds language direction callSuccessful title summary"
                    + " sentimentScore topics turnCount ";
    private static final String NESTED =
            " { nodes { id status %s title agent { id name } lead { id name email phone company leadQualityScore status }"
                    + " transcript { index role message secondsIn } } } }";
    private static final String COUNTS = " byStatus { status count }";

    static Shape flat() {
        return list("page of 50, flat", 50, " { nodes { id" + FLAT + "} } }");
    }

    static Shape nested() {
        return list("page of 20 with lead, agent, 10 turns", 20, NESTED);
    }

    /** The last thirty whole days. */
    static Shape dashboard() {
        var to = Instant.now().truncatedTo(ChronoUnit.DAYS);
        var period = "After: \"" + to.minus(30, ChronoUnit.DAYS) + "\", %1$sBefore: \"" + to + "\"";
        var query = "{ conversationStats(started" + period.formatted("started") + ") { count averageDurationSeconds"
                + " averageSentimentScore averageTurnCount" + COUNTS
                + " byOutcome { outcome count } byLanguage { language count } byDay { day count } }"
                + " leadStats(created" + period.formatted("created") + ") { count averageScore" + COUNTS
                + " byDay { day count } } }";
        return new Shape("dashboard, 30 days", query, query);
    }

    private static Shape list(String name, int first, String selection) {
        return new Shape(
                name,
                "{ conversations(first: " + first + ")" + selection.formatted("startedAt"),
                "{ conversations: allConversations(first: " + first + ", orderBy: [STARTED_AT_DESC, ROW_ID_DESC])"
                        + selection.formatted("startedAt: startedAtText").replace("{ id ", "{ id: rowId "));
    }
}
