package dev.parley.admin.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {

    private record Row(String id, int time, String text) {

        Row(String id, int time) {
            this(id, time, "");
        }
    }

    private final Rows<Row> rows =
            new Rows<>(Row::id, Comparator.comparing(Row::time).reversed());

    @Test
    void rowsGoToTheirPlace() {
        rows.replace(new Page<>(List.of(new Row("c", 30), new Row("a", 10)), 2, true));

        rows.put(new Row("d", 40));
        rows.put(new Row("b", 20));
        rows.put(new Row("0", 0));

        assertThat(rows.first()).extracting(Row::id).containsExactly("d", "c", "b", "a", "0");
        assertThat(rows.count()).isEqualTo(5);
    }

    @Test
    void ofTwoAtTheSameTimeTheNewOneStandsFirst() {
        rows.replace(new Page<>(List.of(new Row("a", 10)), 1, true));

        rows.put(new Row("b", 10));

        assertThat(rows.first()).extracting(Row::id).containsExactly("b", "a");
    }

    @Test
    void aRowThatIsThereIsReplacedAndMovesWithItsTime() {
        rows.replace(new Page<>(List.of(new Row("b", 20), new Row("a", 10)), 2, true));

        rows.put(new Row("a", 30, "later"));

        assertThat(rows.first()).containsExactly(new Row("a", 30, "later"), new Row("b", 20));
        assertThat(rows.count()).isEqualTo(2);
    }

    @Test
    void aRowBeyondTheFirstOnesIsOnlyCountedAndOnlyOnce() {
        rows.replace(new Page<>(List.of(new Row("c", 30), new Row("b", 20)), 7, true));

        rows.put(new Row("a", 10));
        rows.put(new Row("a", 10));

        assertThat(rows.first()).hasSize(2);
        assertThat(rows.count()).isEqualTo(8);
        rows.put(new Row("a", 40));
        assertThat(rows.first().getFirst().id()).isEqualTo("a");
        assertThat(rows.count()).as("was counted before").isEqualTo(8);
        assertThat(rows.covers(new Row("x", 25))).isTrue();
        assertThat(rows.covers(new Row("x", 5))).isFalse();
    }

    @Test
    void onlySoManyAreKept() {
        rows.replace(Page.empty());

        for (int i = 0; i < 3 * Rows.MOST; i++) {
            rows.put(new Row("row" + i, i));
        }

        assertThat(rows.first()).hasSize(Rows.MOST);
        assertThat(rows.first().getFirst().id()).isEqualTo("row" + (3 * Rows.MOST - 1));
        assertThat(rows.count()).isEqualTo(3 * Rows.MOST);
    }

    @Test
    void whatIsTakenAwayIsNoLongerCounted() {
        rows.replace(new Page<>(List.of(new Row("b", 20), new Row("a", 10)), 2, true));

        rows.remove("a");
        rows.remove("a");

        assertThat(rows.first()).containsExactly(new Row("b", 20));
        assertThat(rows.count()).isEqualTo(1);
    }
}
