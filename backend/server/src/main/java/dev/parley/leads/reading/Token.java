package dev.parley.leads.reading;

/**
 * A word, a row of digits, or one other character.
 *
 * @param text as it stands in the turn
 * @param word in small letters, with one kind of apostrophe and е for ё; compared with the words of the data files
 * @param glued whether no space stands before it
 * @param turn where it was said
 * @param start in the text of that turn
 */
record Token(String text, String word, Kind kind, boolean glued, int turn, int start, int end) {

    enum Kind {
        WORD,
        DIGITS,
        MARK,
        EMAIL
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isMark(String character) {
        return kind == Kind.MARK && text.equals(character);
    }

    boolean isCapitalised() {
        return kind == Kind.WORD && Character.isUpperCase(text.codePointAt(0));
    }

    boolean isCyrillic() {
        return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.CYRILLIC;
    }

    @Override
    public String toString() {
        return kind + "@" + start;
    }
}
