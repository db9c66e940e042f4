package dev.parley.leads;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;

/**
 * Why an edit was not made.
 *
 * @param field the argument or input field at fault
 */
public record LeadProblem(Code code, String field, String message) {

    /** The reasons. */
    @Name("UpdateLeadProblemCode")
    @Description("Why updateLead changed nothing.")
    public enum Code {
        @Description("Somebody else changed the lead since you loaded it.")
        CONFLICT,
        @Description("A text holds characters that cannot be stored: U+0000, or half of a surrogate pair.")
        INVALID_CHARACTERS,
        @Description("It is no e-mail address.")
        INVALID_EMAIL,
        @Description("It is no telephone number that can be called.")
        INVALID_PHONE,
        @Description("The client has no such lead.")
        NOT_FOUND,
        @Description("A text is longer than its field may be.")
        TOO_LONG
    }

    static LeadProblem conflict() {
        return new LeadProblem(Code.CONFLICT, "version", "Somebody else changed this lead; load it again");
    }

    public static LeadProblem notFound() {
        return new LeadProblem(Code.NOT_FOUND, "id", "There is no such lead");
    }
}
