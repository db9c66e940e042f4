package dev.parley.admin.knowledge;

/** What a version says. */
record VersionText(int number, String contentType, String text) {

    /** Files and HTML are read as Markdown; only what was given as plain text is none. */
    boolean isMarkdown() {
        return !contentType.equals("text") && !contentType.equals("text/plain");
    }
}
