package dev.parley.knowledge.text.child;

/** What a file holds. */
record Found(String mediaType, String text) {}
