package dev.parley.sandbox.documents;

import java.util.List;

/**
 * A document in Markdown that begins with its title.
 *
 * @param name of its file, for example prices-windows
 * @param language ru or en
 * @param category it is filed under
 * @param contents its versions, the oldest first
 */
public record DemoDocument(String name, String language, String category, List<String> tags, List<String> contents) {

    public DemoDocument {
        tags = List.copyOf(tags);
        contents = List.copyOf(contents);
    }

    public String title() {
        return contents.getLast().lines().findFirst().orElseThrow().replaceFirst("^# ", "");
    }
}
