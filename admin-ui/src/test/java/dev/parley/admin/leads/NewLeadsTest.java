package dev.parley.admin.leads;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.PanelPage;
import dev.parley.admin.graphql.Json;
import dev.parley.admin.lists.LiveGrid;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What events tell is shown without asking the API again. The list has 250 leads of 10:00; it has loaded 100 of them. */
@ViewPackages(packages = "dev.parley.admin")
class NewLeadsTest extends PanelPage {

    private static final Instant TEN = Instant.parse("2026-05-04T10:00:00Z");

    private int events;
    private long queries;

    @Test
    void manyNewOnesAreShownInTheirOrderWithoutAQuery() {
        enter("");

        for (int i = 1; i <= 60; i++) {
            // Not in the order of their time: each second one comes before the one it follows.
            int minute = i % 2 == 0 ? i - 1 : i + 1;
            emit("CREATED", lead(1000 + minute, 50, minute));
            world.of(FakeLeads.class).leads.addFirst(lead(1000 + i, 50, i));
        }

        until(() -> rows() == 310);
        assertThat(text(".count")).isEqualTo("310");
        for (int i = 0; i < 60; i++) {
            assertThat(row(i)).contains("lead-" + (1060 - i) + ",");
        }
        assertThat(row(60)).contains("lead-1,");
        assertThat(row(159)).contains("lead-100,");
        noQueries();
        assertThat(row(300)).contains("lead-241,");
    }

    @Test
    void anOlderOneIsOnlyCounted() {
        enter("");

        emit("CREATED", lead(1000, 50, -60));

        until(() -> rows() == 251);
        assertThat(row(0)).contains("lead-1,");
        assertThat(row(99)).contains("lead-100,");
        noQueries();
    }

    @Test
    void whatIsToldTwiceIsThereOnce() {
        enter("");

        var lead = lead(1000, 50, 1);
        emit("CREATED", lead);
        emit("CREATED", lead);
        emit("CREATED", lead(2000, 50, -60));
        emit("CREATED", lead(2000, 50, -60));
        emit("CREATED", lead(7, 7, 0).put("company", "Moved Ltd"));
        emit("CREATED", lead(3000, 50, 3));

        until(() -> row(0).contains("lead-3000,"));
        assertThat(rows()).isEqualTo(253);
        assertThat(row(1)).contains("lead-1000,");
        until(() -> row(8).contains("lead-7,") && row(8).contains("Moved Ltd"));
        assertThat(row(2)).contains("lead-1,");
        noQueries();
    }

    @Test
    void rowsUnderThePointerStayUntilTheReaderWants() {
        enter("");
        follow(false);

        emit("CREATED", lead(1000, 50, 1));
        emit("CREATED", lead(1001, 50, 2));
        emit("CREATED", lead(1001, 50, 2));
        emit("UPDATED", lead(1001, 50, 2).put("company", "Moved Ltd"));

        until(() -> !find(Button.class).withText("New: 2").all().isEmpty());
        assertThat(row(0)).contains("lead-1,");
        assertThat(text(".count")).isEqualTo("250");
        test(button("New: 2")).click();
        assertThat(rows()).isEqualTo(252);
        until(() -> row(0).contains("lead-1001,") && row(0).contains("Moved Ltd"));
        assertThat(row(1)).contains("lead-1000,");
        assertThat(find(Button.class).withText("New: 2").all()).isEmpty();
        noQueries();
    }

    @Test
    void whoReadsFurtherDownIsNotDisturbed() {
        enter("");
        follow(false);
        test(grid()).getRow(220);
        roundTrip();
        queries = queries();

        for (int i = 1; i <= 5; i++) {
            emit("CREATED", lead(1000 + i, 50, i));
            emit("UPDATED", lead(i, i, 0).put("company", "Moved Ltd"));
        }

        until(() -> !find(Button.class).withText("New: 5").all().isEmpty());
        noQueries();
    }

    @Test
    void theyComeByThemselvesWhenTheReaderIsBackAtTheTop() {
        enter("");
        follow(false);
        emit("CREATED", lead(1000, 50, 1));
        until(() -> !find(Button.class).withText("New: 1").all().isEmpty());

        follow(true);

        assertThat(row(0)).contains("lead-1000,");
        noQueries();
    }

    @Test
    void theFilterDecidesAndRowsLeaveAndJoin() {
        enter("minScore=70");
        assertThat(rows()).isEqualTo(60);

        emit("CREATED", lead(1000, 50, 1));
        emit("CREATED", lead(1001, 90, 1));
        emit("UPDATED", lead(75, 10, 0));
        emit("UPDATED", lead(3, 99, 2));

        until(() -> row(0).contains("lead-3,"));
        assertThat(rows()).isEqualTo(61);
        assertThat(row(1)).contains("lead-1001,");
        noQueries();
    }

    @Test
    void whetherASearchFindsItIsAskedOfTheApi() {
        enter("q=Person 24");
        assertThat(rows()).isEqualTo(11);

        var found = lead(2400, 50, 1);
        world.of(FakeLeads.class).leads.addFirst(found);
        emit("CREATED", found);

        until(() -> rows() == 12);
        assertThat(queries()).isEqualTo(queries + 1);
    }

    @Test
    void whatIsOpenStaysOpenAndChosen() {
        enter("");
        UI.getCurrent().navigate("c/north/leads/lead-3");
        until(() -> titles().contains("Person 3"));

        emit("CREATED", lead(1000, 50, 1));

        until(() -> rows() == 251);
        assertThat(titles()).contains("Person 3");
        assertThat(grid().getSelectedItems()).hasSize(1).first().asString().contains("lead-3,");
        noQueries();
    }

    @Test
    void aRefusedStreamIsSaidCalmlyAndNothingElseEnds() {
        world.feed.refused.put("leadEvents", "FORBIDDEN");
        logIn(OWNER);

        until(() -> shown(".silent"));
        assertThat(text(".silent")).isEqualTo("Not live");
        assertThat(rows()).isEqualTo(250);
        assertThat(text(".live")).startsWith("Live");
    }

    private void enter(String query) {
        logIn(OWNER);
        if (!query.isEmpty()) {
            UI.getCurrent().navigate("c/north/leads", QueryParameters.fromString(query));
        }
        listening("leadEvents");
        // Once for the page, once more because nobody knows what happened before the first event could come.
        until(() -> queries() == (query.isEmpty() ? 2 : 3) && !busy());
        queries = queries();
    }

    private long queries() {
        return world.api.asked.stream().filter("Leads"::equals).count();
    }

    private boolean busy() {
        return find(LiveGrid.class)
                .single()
                .getElement()
                .getAttribute("aria-busy")
                .equals("true");
    }

    private void noQueries() {
        assertThat(queries()).isEqualTo(queries);
    }

    /** @param minute after ten */
    private static ObjectNode lead(int number, int score, int minute) {
        return FakeLeads.lead(number, score)
                .put("createdAt", TEN.plusSeconds(60L * minute).toString());
    }

    private void emit(String type, ObjectNode lead) {
        world.feed.emit("leadEvents", ++events, "\"type\":\"%s\",\"lead\":%s".formatted(type, lead));
    }

    private String row(int index) {
        return test(grid()).getRow(index).toString();
    }

    private void follow(boolean now) {
        var grid = grid().getElement();
        grid.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(
                        grid, "parley-following", Json.MAPPER.createObjectNode().put("event.detail", now)));
    }
}
