package dev.parley.knowledge.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of reading a file. */
public sealed interface Extraction {

    /**
     * Its text.
     *
     * @param text Markdown: headings, tables (with a head row) and lists as such; lines end in {@code \n}; never blank
     * @param mediaType by content, such as {@code application/pdf}
     * @param languageOrNull {@code ru} or {@code en}; null when it is neither, or not clear
     */
    record Text(String text, String mediaType, @Nullable String languageOrNull) implements Extraction {

        public Optional<String> language() {
            return Optional.ofNullable(languageOrNull);
        }
    }

    /** None. */
    record Failed(TextFailure reason) implements Extraction {}
}
