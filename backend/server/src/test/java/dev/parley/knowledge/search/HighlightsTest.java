package dev.parley.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class HighlightsTest {

    @Test
    void wordsAreMarkedAndAllElseIsEscaped() {
        assertThat(Highlights.of("Запись на приём <script>alert('x')</script> & \"ещё\"", Set.of("прием", "script")))
                .containsExactly(
                        "Запись на <mark>приём</mark> &lt;<mark>script</mark>&gt;alert(&#39;x&#39;)&lt;/<mark>script</mark>&gt;"
                                + " &amp; &quot;ещё&quot;");
    }

    @Test
    void farApartThereAreThreePiecesAtMostEachCutAtBlanks() {
        var between = " something else".repeat(20);

        var pieces = Highlights.of(("gate" + between + " ").repeat(5), Set.of("gate"));

        assertThat(pieces).hasSize(3).allMatch(piece -> piece.contains("<mark>gate</mark>"));
        assertThat(pieces.get(1)).startsWith("something ").endsWith(" else");
    }

    @Test
    void withoutAWordThereIsNone() {
        assertThat(Highlights.of("Nothing here", Set.of("gate"))).isEmpty();
    }
}
