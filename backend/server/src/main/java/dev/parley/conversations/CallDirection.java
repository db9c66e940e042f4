package dev.parley.conversations;

import org.eclipse.microprofile.graphql.Description;

/** Who called whom. */
@Description("Who called whom.")
public enum CallDirection {
    @Description("Somebody called the agent.")
    INBOUND,
    @Description("The agent called somebody.")
    OUTBOUND
}
