package dev.parley.sync.graphql;

import dev.parley.graphql.ListSize;
import dev.parley.graphql.Outdated;
import dev.parley.sync.SyncTargets;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** What syncNow answers. */
@Type("SyncNowPayload")
@Description("What syncNow answers.")
public record SyncNowPayload(SyncTargets.@Nullable Obstacle inTheWay) {

    @Description("Whether a run is on its way; follow it with syncProgress.")
    public Boolean getRequested() {
        return inTheWay == null;
    }

    @Outdated(use = "problems", until = "2027-06-01")
    @Description("What stands in the way, the same as the problem's code; null when nothing does.")
    public SyncTargets.@Nullable Obstacle getObstacle() {
        return inTheWay;
    }

    @ListSize(assumed = 1)
    @Description("What stands in the way; then nothing was begun.")
    public List<SyncNowProblem> getProblems() {
        return inTheWay == null ? List.of() : List.of(new SyncNowProblem(inTheWay));
    }
}
