package dev.parley.leads.graphql;

import dev.parley.graphql.EventFilter;
import dev.parley.graphql.EventFilter.Condition;
import dev.parley.leads.graphql.LeadParts.LeadEventType;
import graphql.schema.DataFetchingEnvironment;

/** Which lead events a subscriber wants. */
record LeadEventFilter(Condition<String> type, Condition<Enum<?>> status, Condition<Integer> minScore) {

    private static final int LEAST_SCORE = 0;
    private static final int MOST_SCORE = 100;

    /** @throws dev.parley.ParleyException BAD_USER_INPUT when nothing can be like that */
    static LeadEventFilter of(DataFetchingEnvironment environment) {
        var filter = EventFilter.of(environment);
        return new LeadEventFilter(
                filter.type(), filter.oneOf("status"), filter.atLeast("minScore", LEAST_SCORE, MOST_SCORE));
    }

    boolean wants(LeadEventType event) {
        var lead = event.lead();
        return EventFilter.isGap(event.type())
                || type.isFulfilledBy(event.type())
                        && status.isFulfilledBy(lead == null ? null : lead.getStatus())
                        && minScore.isFulfilledBy(lead == null ? null : lead.getLeadQualityScore());
    }
}
