package dev.parley.clients;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;

/**
 * Why a client's settings were not changed.
 *
 * @param field the argument or input field at fault
 */
public record ClientProblem(Code code, String field, String message) {

    /** The reasons. */
    @Name("UpdateClientProblemCode")
    @Description("Why updateClient changed nothing.")
    public enum Code {
        @Description("Somebody else changed the settings since you loaded them.")
        CONFLICT,
        @Description("It is no region with telephone numbers of its own.")
        INVALID_REGION,
        @Description("Chunks of documents cannot be of that size.")
        INVALID_CHUNK_SIZE
    }

    static ClientProblem conflict() {
        return new ClientProblem(Code.CONFLICT, "version", "Somebody else changed these settings; load them again");
    }

    static ClientProblem chunkSize(String field, String message) {
        return new ClientProblem(Code.INVALID_CHUNK_SIZE, field, message);
    }

    static ClientProblem noRegion() {
        return new ClientProblem(
                Code.INVALID_REGION, "phoneRegion", "Not a region: write its ISO 3166-1 code, as US, GB or RU");
    }
}
