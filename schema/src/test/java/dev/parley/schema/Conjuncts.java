package dev.parley.schema;

import java.util.ArrayList;
import java.util.List;

/** The conjuncts of a policy's expression as PostgreSQL prints it, those of a subquery too. */
final class Conjuncts {

    private static final String AND = " AND ";

    /**
     * @param conjunct what stands in the expression
     * @param weakened the expression without it
     */
    record Weakened(String conjunct, String weakened) {}

    private final String expression;
    private final List<Weakened> found = new ArrayList<>();

    private Conjuncts(String expression) {
        this.expression = expression;
    }

    static List<Weakened> of(String printed) {
        var conjuncts = new Conjuncts(printed.replaceAll("\\s+", " "));
        int from = 0;
        int to = conjuncts.expression.length();
        if (conjuncts.parts(from, to).size() == 1 && !conjuncts.expression.equals("true")) {
            boolean isWrapped = conjuncts.expression.startsWith("(") && conjuncts.end(0) == to - 1;
            if (!isWrapped || conjuncts.parts(1, to - 1).size() == 1) {
                conjuncts.found.add(new Weakened(conjuncts.expression, "true"));
            }
        }
        conjuncts.find(from, to);
        return conjuncts.found;
    }

    private void find(int from, int to) {
        var parts = parts(from, to);
        for (var part : parts) {
            if (parts.size() > 1) {
                found.add(new Weakened(
                        expression.substring(part[0], part[1]),
                        expression.substring(0, part[0]) + "true" + expression.substring(part[1])));
            }
            for (int at = part[0]; at < part[1]; at++) {
                if (expression.charAt(at) == '(') {
                    int end = end(at);
                    find(at + 1, end);
                    at = end;
                }
            }
        }
    }

    /** Begin and end of what is joined by AND on this level. */
    private List<int[]> parts(int from, int to) {
        var parts = new ArrayList<int[]>();
        int begin = from;
        for (int at = from; at < to; at++) {
            if (expression.charAt(at) == '(') {
                at = end(at);
            } else if (expression.startsWith(AND, at)) {
                parts.add(new int[] {begin, at});
                begin = at + AND.length();
            }
        }
        parts.add(new int[] {begin, to});
        return parts;
    }

    /** Where the parenthesis that opens here is closed. */
    private int end(int open) {
        int depth = 0;
        for (int at = open; at < expression.length(); at++) {
            depth += expression.charAt(at) == '(' ? 1 : expression.charAt(at) == ')' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException(expression);
    }
}
