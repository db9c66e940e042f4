package dev.parley.knowledge.text.child;

import dev.parley.knowledge.text.TextFailure;

/** Text being put together, up to a limit. */
final class MarkdownText {

    private final StringBuilder text = new StringBuilder();
    private final int mostCharacters;
    private boolean isInList;

    MarkdownText(int mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    /** A heading, a paragraph or such: anything with empty lines around it. Blank text is left out. */
    void block(String block) {
        if (!block.isBlank()) {
            if (isInList) {
                append("\n");
                isInList = false;
            }
            append(block);
            append("\n\n");
        }
    }

    /** One line of a list. */
    void listItem(String item) {
        append(item);
        append("\n");
        isInList = true;
    }

    /** @throws NoTextException when so many characters more are too many */
    void checkRoomFor(long characters) {
        if (text.length() + characters > mostCharacters) {
            throw new NoTextException(TextFailure.TOO_LARGE);
        }
    }

    private void append(String more) {
        checkRoomFor(more.length());
        text.append(more);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
