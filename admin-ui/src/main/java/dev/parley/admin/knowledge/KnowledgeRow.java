package dev.parley.admin.knowledge;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A row of the list: a document, or a passage of one.
 *
 * @param hit null where nothing is searched for
 * @param strength how good a hit is beside the best one, up to 100
 */
record KnowledgeRow(DocumentRow document, @Nullable Hit hit, int strength) {

    /** Hits come first, the best of them before all; then the documents that were changed last. */
    static final Comparator<KnowledgeRow> ORDER = comparing(KnowledgeRow::score)
            .thenComparing(row -> row.document().updatedAt())
            .reversed();

    private static final int ALL = 100;
    private static final String AT = "@";

    static KnowledgeRow of(DocumentRow document) {
        return new KnowledgeRow(document, null, 0);
    }

    /** @param best score of the same search */
    static KnowledgeRow of(Hit hit, double best) {
        return new KnowledgeRow(hit.document(), hit, (int) Math.round(ALL * hit.score() / best));
    }

    /** Of a hit it also says where it stands. */
    String key() {
        return hit == null ? document.id() : document.id() + AT + hit.versionNumber() + AT + hit.place();
    }

    static PageState target(String key) {
        var parts = key.split(AT);
        return parts.length == 3
                ? PageState.at(Integer.parseInt(parts[1]), Place.of(parts[2]).orElse(null))
                : PageState.START;
    }

    static String documentId(String key) {
        return key.split(AT)[0];
    }

    private double score() {
        return hit == null ? -1 : hit.score();
    }
}
