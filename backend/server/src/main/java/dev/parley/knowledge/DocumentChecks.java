package dev.parley.knowledge;

import dev.parley.knowledge.DocumentProblem.Code;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands in the way of what a person gave. */
final class DocumentChecks {

    static final int LONGEST_TITLE = 300;

    private static final int LONGEST_CATEGORY = 100;
    private static final int LONGEST_TAG = 50;
    private static final int MOST_TAGS = 30;
    private static final int LONGEST_METADATA = 10_000;

    private final int longestContent;
    private final List<DocumentProblem> problems = new ArrayList<>();

    private DocumentChecks(int longestContent) {
        this.longestContent = longestContent;
    }

    static List<DocumentProblem> of(DocumentEdit edit, int longestContent) {
        var checks = new DocumentChecks(longestContent);
        checks.check(edit);
        return checks.problems;
    }

    private void check(DocumentEdit edit) {
        required("title", edit.title(), LONGEST_TITLE);
        required("content", edit.content(), longestContent);
        if (edit.contentType() != null && ContentTypes.of(edit.contentType()).isEmpty()) {
            add(Code.UNSUPPORTED_CONTENT_TYPE, "contentType", "Text, markdown or html, or their media types");
        }
        edit.category().ifPresent(category -> fits("category", category, LONGEST_CATEGORY));
        var tags = Optional.ofNullable(edit.tags()).orElse(List.of());
        if (tags.size() > MOST_TAGS) {
            add(Code.TOO_LONG, "tags", MOST_TAGS + " tags at most");
        } else if (tags.stream().anyMatch(String::isBlank)) {
            add(Code.BLANK, "tags", "A tag has at least one letter");
        } else {
            tags.stream().filter(tag -> !fits("tags", tag, LONGEST_TAG)).findFirst();
        }
        metadata(edit);
    }

    private void metadata(DocumentEdit edit) {
        if (edit.metadata() == null) {
            return;
        }
        if (!edit.metadata().isObject()) {
            add(Code.INVALID_METADATA, "metadata", "A JSON object");
        } else {
            fits("metadata", edit.metadata().toString().replace("\\u0000", "\0"), LONGEST_METADATA);
        }
    }

    private void required(String field, @Nullable String text, int longest) {
        if (text != null && text.isBlank()) {
            add(Code.BLANK, field, "It cannot be blank");
        } else if (text != null) {
            fits(field, text, longest);
        }
    }

    private boolean fits(String field, String text, int longest) {
        if (text.length() > longest) {
            add(Code.TOO_LONG, field, longest + " characters at most");
            return false;
        }
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            add(Code.INVALID_CHARACTERS, field, "It holds characters that cannot be stored");
            return false;
        }
        return true;
    }

    private void add(Code code, String field, String message) {
        problems.add(new DocumentProblem(code, field, message));
    }
}
