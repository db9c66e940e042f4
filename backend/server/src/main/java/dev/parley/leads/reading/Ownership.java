package dev.parley.leads.reading;

import java.util.ArrayList;
import java.util.List;

/** Whose a value is that a caller says, and whether they want it used. */
enum Ownership {
    CALLERS,
    /** Of somebody else. */
    OTHERS,
    /** Not in use any more, or not to be used. */
    OLD_ONE,
    /** Another one beside the first. */
    ALSO,
    /** Rather than the one before. */
    RATHER;

    private static final Words OTHER_PEOPLE = Words.of("other-people");
    private static final Words REACHED = Words.of("to-be-reached");
    private static final Words OLD = Words.of("not-any-more");
    private static final Words MORE = Words.of("also");
    private static final Words BETTER = Words.of("rather-this");
    private static final int LOOK_BACK = 25;

    /**
     * @param from where the value begins
     * @param to the token behind it
     * @param start where the value before it ends
     * @param end where the value after it begins
     */
    static Ownership of(List<Token> tokens, int from, int to, int start, int end) {
        var before = Clause.before(tokens, from, start);
        var after = Clause.after(tokens, to, end);
        var clause = new ArrayList<>(before);
        clause.addAll(after);
        int old = OLD.firstIn(before);
        int better = BETTER.firstIn(before);
        boolean another = old >= 0
                && (start > 0 && better >= 0 && better < old
                        || BETTER.anyIn(before.subList(old + OLD.length(before, old), before.size())));
        if (old >= 0 && !another || isOld(after, end < tokens.size()) && !BETTER.anyIn(before)) {
            return OLD_ONE;
        }
        var wide = tokens.subList(Math.max(start, from - LOOK_BACK), Math.min(end, to + 8));
        boolean other = OTHER_PEOPLE.anyIn(clause);
        if (other && !REACHED.anyIn(wide)) {
            return OTHERS;
        }
        if (BETTER.anyIn(before) || other) {
            return RATHER;
        }
        return MORE.anyIn(before) || start > 0 && MORE.anyIn(after) ? ALSO : CALLERS;
    }

    /** "… don't use" right before another value is said of that one. */
    private static boolean isOld(List<Token> after, boolean another) {
        int at = OLD.firstIn(after);
        return at >= 0 && !(another && at + OLD.length(after, at) >= after.size());
    }
}
