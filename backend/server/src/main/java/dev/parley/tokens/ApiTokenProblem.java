package dev.parley.tokens;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;

/**
 * Why nothing was done about a token.
 *
 * @param field the input at fault
 */
public record ApiTokenProblem(Code code, String field, String message) {

    /** The reasons. */
    @Name("ApiTokenProblemCode")
    @Description("Why nothing was done about an API token.")
    public enum Code {
        @Description("A value is out of its range.")
        INVALID,
        @Description("The client has no such token.")
        NOT_FOUND,
        @Description("The role has more rights than your own.")
        ROLE_TOO_HIGH
    }
}
