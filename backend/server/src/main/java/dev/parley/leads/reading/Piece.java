package dev.parley.leads.reading;

/**
 * A part of an address as it is dictated.
 *
 * @param text what it stands for, in Latin letters
 * @param from the first of its tokens
 * @param to the token behind its last
 * @param unsure whether people would also write it in another way
 */
record Piece(Kind kind, String text, int from, int to, boolean unsure) {

    enum Kind {
        WORD,
        /** A word that is more likely to stand before an address than in it. */
        COMMON,
        LETTER,
        /** A letter that is a word, too: "я", "a", "em". */
        WEAK_LETTER,
        DIGITS,
        SIGN,
        AT,
        /** "at" is a common word in English: an address needs a domain behind it. */
        WEAK_AT,
        PAUSE,
        STOP,
        /** "через точку", "with a dot": between the words before it. */
        BETWEEN,
        /** "sorry", "нет": what follows replaces what went before. */
        FIX
    }

    boolean isLetter() {
        return kind == Kind.LETTER || kind == Kind.WEAK_LETTER;
    }

    boolean isAt() {
        return kind == Kind.AT || kind == Kind.WEAK_AT;
    }

    boolean isText() {
        return kind == Kind.WORD || kind == Kind.COMMON || kind == Kind.DIGITS || isLetter();
    }
}
