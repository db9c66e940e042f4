package dev.parley.leads;

import org.eclipse.microprofile.graphql.Description;

/** How far people have come with a lead. */
@Description("How far people have come with a lead.")
public enum LeadStatus {
    @Description("Nobody has looked at it yet.")
    NEW,
    @Description("Somebody has got in touch.")
    CONTACTED,
    @Description("It is worth an offer.")
    QUALIFIED,
    @Description("It became a customer.")
    CONVERTED,
    @Description("Nothing will come of it.")
    LOST
}
