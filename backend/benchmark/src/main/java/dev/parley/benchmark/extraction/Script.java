package dev.parley.benchmark.extraction;

import java.util.List;
import java.util.Map;

/** Sentences of one language; {v} is what they are about. */
record Script(
        List<String> openings,
        List<String> wishes,
        Map<String, List<String>> refusals,
        List<String> asksName,
        List<String> saysName,
        List<String> asksEmail,
        List<String> saysEmail,
        List<String> asksPhone,
        List<String> saysPhone,
        List<String> readsBack,
        List<String> agrees,
        List<String> small,
        List<String> distractions,
        List<String> ends) {}
