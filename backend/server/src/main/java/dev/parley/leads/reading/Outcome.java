package dev.parley.leads.reading;

import org.jspecify.annotations.Nullable;

/**
 * Whether a call is one of somebody who wants to buy, book, get an offer or be called back.
 *
 * @param interest where they said so; null when they did not
 * @param sure whether they said so in words that mean nothing else
 * @param refusal what speaks against it; null when nothing does
 */
public record Outcome(@Nullable Place interest, boolean sure, @Nullable Refusal refusal) {

    /** Why a call is no lead, and where that was said. */
    public record Refusal(Reason reason, Place place) {}

    /** Why a call is no lead; described in the schema. */
    public enum Reason {
        WRONG_NUMBER,
        VOICEMAIL,
        JOB_SEEKER,
        SALES_CALL,
        COMPLAINT,
        CANCELLATION,
        DECLINED,
        EXISTING_ORDER,
        NO_REQUEST;

        /** Whether nothing that is said later makes a lead of such a call. */
        boolean isFinal() {
            return this == WRONG_NUMBER || this == VOICEMAIL || this == JOB_SEEKER || this == SALES_CALL;
        }
    }
}
