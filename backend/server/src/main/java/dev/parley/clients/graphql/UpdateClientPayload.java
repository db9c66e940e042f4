package dev.parley.clients.graphql;

import dev.parley.clients.ClientProblem;
import dev.parley.graphql.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** What updateClient answers. */
@Type("UpdateClientPayload")
@Description("What updateClient answers: the client, or what stood in the way.")
public record UpdateClientPayload(@Nullable ClientType updated, List<ClientProblem> refusals) {

    @Description("The client after the update, null when there are problems.")
    public @Nullable ClientType getClient() {
        return updated;
    }

    @ListSize(assumed = 1)
    @Description("What stood in the way; then nothing was changed.")
    public List<UpdateClientProblem> getProblems() {
        return refusals.stream().map(UpdateClientProblem::new).toList();
    }
}
