package dev.parley.alerts.graphql;

import dev.parley.alerts.AlertKind;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** What is wrong, in the languages of the people who read it. */
@Type("AlertMessage")
@Description("What is wrong, in one sentence in each language.")
public record AlertMessage(AlertKind kind) {

    @Description("In English.")
    public String getEn() {
        return kind.english();
    }

    @Description("In Russian.")
    public String getRu() {
        return kind.russian();
    }
}
