package dev.parley.sandbox.scripts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lead a careful reader finds.
 *
 * @param phone E.164
 * @param evidence first for the values above, then for what contradicts them
 */
public record ExpectedLead(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String company,
        List<ExpectedEvidence> evidence,
        int score) {

    public ExpectedLead {
        evidence = List.copyOf(evidence);
    }
}
