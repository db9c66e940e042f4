package dev.parley.admin.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is searched for survives the address, and new rows are judged as the server would. */
class SearchTest {

    @ParameterizedTest
    @CsvSource({
        "пётр, Пётр, true",
        "ПЕТР окна, Пётр, true",
        "окна пётр, Пётр, true",
        "ann, Пётр, false",
        "'', Пётр, true"
    })
    void aNewRowIsShownWhenAllWordsOccur(String words, String name, boolean shown) {
        assertThat(new Search(words).mayFind(name, null, "Окна в дом")).isEqualTo(shown);
    }

    @Test
    void itIsInTheAddressAndNoLongerThanTheServerTakes() {
        var parameters = new HashMap<String, String>();
        new Search("  окна & двери ").addTo(parameters);

        assertThat(Search.of(QueryParameters.simple(parameters))).isEqualTo(new Search("окна & двери"));
        assertThat(new Search("x".repeat(500)).words()).hasSize(200);
        assertThat(Search.of(QueryParameters.empty()).isEmpty()).isTrue();
    }

    @Test
    void nothingIsAskedWhenNothingIsTyped() {
        Map<String, Object> variables = new HashMap<>();

        new Search("  ").askIn(variables);

        assertThat(variables).isEmpty();
    }
}
