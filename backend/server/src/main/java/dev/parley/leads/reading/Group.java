package dev.parley.leads.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Digits that were said as one number: "912", "forty-five", "triple five".
 *
 * @param parts what it was made of; more than one when it could also be said of several numbers: 40 and 5
 * @param length in tokens
 * @param spoken whether it was said in words
 */
record Group(List<Integer> parts, String digits, int length, boolean spoken) {

    static Group written(String digits) {
        return new Group(List.of(), digits, 1, false);
    }

    /** Other digits that may be meant, the likeliest first: "forty-five" may be 45 or 40, 5. */
    List<String> others() {
        var others = new ArrayList<String>();
        for (int cut = 1; cut < parts.size(); cut++) {
            others.add(sum(parts.subList(0, cut)) + sum(parts.subList(cut, parts.size())));
        }
        if (parts.size() > 2) {
            others.add(String.join("", parts.stream().map(String::valueOf).toList()));
        }
        return others;
    }

    private static String sum(List<Integer> parts) {
        return Integer.toString(parts.stream().mapToInt(Integer::intValue).sum());
    }
}
