package dev.parley.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** How many there were on a day. */
@Type("DayCount")
@Description("How many there were on a day; days without any are left out.")
public record DayCount(String day, int count) {

    @Description("The day in UTC, for example 2026-03-01.")
    public String getDay() {
        return day;
    }

    @Description("How many there were.")
    public Integer getCount() {
        return count;
    }
}
