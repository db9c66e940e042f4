package dev.parley.admin.knowledge;

import java.util.List;

/** A passage as searches find it. */
record Chunk(int position, int versionNumber, List<String> headingPath, String text, Place place) {}
