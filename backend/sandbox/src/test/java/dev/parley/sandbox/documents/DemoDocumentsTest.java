package dev.parley.sandbox.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoDocumentsTest {

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void eachCompanyHasSomeThirtyDocumentsOfWhichSomeWereChanged(String language) {
        var documents = DemoDocuments.in(language);

        assertThat(documents).hasSizeGreaterThanOrEqualTo(30);
        assertThat(documents).extracting(DemoDocument::title).doesNotHaveDuplicates();
        assertThat(documents).allSatisfy(document -> {
            assertThat(document.contents()).allMatch(content -> content.startsWith("# "));
            assertThat(document.contents()).doesNotHaveDuplicates();
            assertThat(document.tags()).isNotEmpty();
        });
        assertThat(documents)
                .filteredOn(document -> document.contents().size() == 2)
                .hasSize(3);
    }
}
