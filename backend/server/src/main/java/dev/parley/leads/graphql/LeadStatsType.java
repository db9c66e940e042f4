package dev.parley.leads.graphql;

import dev.parley.graphql.DayCount;
import dev.parley.graphql.ListSize;
import dev.parley.leads.LeadFigures;
import dev.parley.leads.LeadStatus;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** Figures of leads as the API shows them. */
@Type("LeadStats")
@Description("Figures of the leads captured in a period.")
public record LeadStatsType(LeadFigures figures) {

    @Description("How many were captured.")
    public Integer getCount() {
        return figures.count();
    }

    @Description("Their average leadQualityScore, 0 to 100; null when there were none.")
    public @Nullable Double getAverageScore() {
        return figures.averageScore();
    }

    @ListSize(assumed = 5)
    @Description("How many by the status they have now; statuses without any are left out.")
    public List<LeadStatusCount> getByStatus() {
        return figures.byStatus().entrySet().stream()
                .map(entry -> new LeadStatusCount(LeadStatus.ofStored(entry.getKey()), entry.getValue()))
                .toList();
    }

    @ListSize(assumed = 30)
    @Description("How many by the day they were captured.")
    public List<DayCount> getByDay() {
        return figures.byDay().entrySet().stream()
                .map(entry -> new DayCount(entry.getKey(), entry.getValue()))
                .toList();
    }
}
