package dev.parley.deprecations.graphql;

import dev.parley.deprecations.DeprecatedUse;
import dev.parley.graphql.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** Something that is going away. */
@Type("Deprecation")
@Description("A field of this schema that is going away.")
public record DeprecationType(String field, String why, List<DeprecatedUse> uses) {

    @Description("Which one: Type.field.")
    public String getCoordinate() {
        return field;
    }

    @Description("What to use instead, and until which day it stays.")
    public String getReason() {
        return why;
    }

    @ListSize(assumed = 10)
    @Description("Who used it in the last 90 days, the latest first; 500 in all at most.")
    public List<DeprecationCallerType> getCallers() {
        return uses.stream().map(DeprecationCallerType::new).toList();
    }
}
