package dev.parley.knowledge.chunks;

import java.util.List;

/**
 * What stands under one heading. The first unit begins at the heading itself.
 *
 * @param mostCharacters of a chunk without its headings
 */
record Section(List<String> headingPath, List<Unit> units, int mostCharacters) {}
