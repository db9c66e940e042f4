package dev.parley.benchmark.extraction;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A call, and what a careful person would note of it.
 *
 * @param kind how the contact was said, or what the call was about
 * @param fields the values of email, phone and name; absent: there is none
 * @param turns where the caller says the final value of a field
 */
record LabelledCall(
        String language,
        String kind,
        List<Said> said,
        Map<String, String> fields,
        Map<String, Set<Integer>> turns,
        boolean lead) {

    /** One turn. */
    record Said(boolean caller, String text) {}
}
