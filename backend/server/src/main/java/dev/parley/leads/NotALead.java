package dev.parley.leads;

import dev.parley.leads.reading.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Why a conversation is no lead.
 *
 * @param turn counted from 0; null when it was not said in one turn
 */
public record NotALead(Outcome.Reason reason, @Nullable Integer turn) {

    /**
     * Who wants to buy, book, get an offer or be called back is a lead, with or without a contact, and so is somebody one can
     * name or reach, unless the call was about something else.
     */
    static @Nullable NotALead of(Outcome outcome, boolean known) {
        var refusal = outcome.refusal();
        if (refusal != null) {
            return new NotALead(refusal.reason(), refusal.place().turn());
        }
        return known || outcome.sure() ? null : new NotALead(Outcome.Reason.NO_REQUEST, null);
    }
}
