package dev.parley.deprecations.graphql;

import dev.parley.deprecations.DeprecatedUse;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** Who uses something that is going away. */
@Type("DeprecationCaller")
@Description("Somebody who uses a field that is going away, in one operation.")
public record DeprecationCallerType(DeprecatedUse use) {

    @Id
    @Description("The person's id, or the API token's.")
    public String getCallerId() {
        return use.callerId().toString();
    }

    @Description(
            "The name of the program's API token, or the person's e-mail address; null when it is not known any more.")
    public @Nullable String getName() {
        return use.callerName();
    }

    @Description("The operation's name; null when it has none.")
    public @Nullable String getOperationName() {
        return use.operationName();
    }

    @Description("How often, in the last 90 days.")
    public Integer getCalls() {
        return (int) Math.min(Integer.MAX_VALUE, use.calls());
    }

    @Description("When last.")
    public Instant getLastCalledAt() {
        return use.lastCalledAt();
    }
}
