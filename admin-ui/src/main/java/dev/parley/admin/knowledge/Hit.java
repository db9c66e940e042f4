package dev.parley.admin.knowledge;

import java.util.List;

/**
 * A passage that a search found.
 *
 * @param highlights pieces of it as HTML: words in mark elements, all else escaped
 * @param place as {@link Place} writes it
 */
record Hit(
        String passage,
        List<String> highlights,
        List<String> headingPath,
        double score,
        int versionNumber,
        String place,
        DocumentRow document) {}
