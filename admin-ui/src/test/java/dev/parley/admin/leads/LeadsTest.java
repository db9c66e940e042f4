package dev.parley.admin.leads;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.PanelPage;
import dev.parley.admin.graphql.Json;
import dev.parley.admin.language.Languages;
import dev.parley.admin.language.Translations;
import dev.parley.admin.lists.SearchField;
import org.junit.jupiter.api.Test;

/** Leads: the list, one in full, and editing it. */
@ViewPackages(packages = "dev.parley.admin")
class LeadsTest extends PanelPage {

    @Test
    void deepRowsAreAskedForOnlyWhenTheyAreReached() {
        logIn(OWNER);
        until(() -> rows() == 250);
        var before = world.api.asked.stream().filter("Leads"::equals).count();

        assertThat(test(grid()).getCellText(220, 2)).isEqualTo("Firm");

        assertThat(world.api.asked.stream().filter("Leads"::equals).count()).isGreaterThan(before);
    }

    @Test
    void countsThatAreNotExactSaySo() {
        world.of(FakeLeads.class).exactCount = false;

        logIn(OWNER);

        until(() -> text(".count").equals("250+"));
    }

    @Test
    void filtersAreInTheAddress() {
        logIn(OWNER);

        UI.getCurrent().navigate("c/north/leads", QueryParameters.fromString("minScore=70"));

        until(() -> rows() == 60);
    }

    @Test
    void wordsAreSearchedForAndInTheAddress() {
        logIn(OWNER);
        until(() -> rows() == 250);
        var search = find(SearchField.class).single();

        test(search).setValue(" Person 24");

        until(() -> rows() == 11);
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("c/north/leads?q=Person%2024");
        assertThat(search.getValue()).as("what is being typed").isEqualTo(" Person 24");
        UI.getCurrent().navigate("c/north/leads");
        until(() -> rows() == 250);
        assertThat(search.getValue()).isEmpty();
    }

    @Test
    void anOwnersEditSendsOnlyWhatChangedAndTheVersionSeen() {
        openLead(OWNER, 3);
        var company = find(TextField.class).withCaption("Company").single();

        test(company).setValue("New Firm");
        test(button("Save changes")).click();

        until(() -> world.of(FakeLeads.class).updates.size() == 1);
        assertThat(world.of(FakeLeads.class).updates.getFirst())
                .isEqualTo(
                        Json.MAPPER.readTree("{\"id\":\"lead-3\",\"version\":1,\"input\":{\"company\":\"New Firm\"}}"));
        until(() -> find(Button.class).withText("Save changes").all().isEmpty());
        assertThat(company.getValue()).isEqualTo("New Firm");
    }

    @Test
    void problemsShowAtTheField() {
        world.of(FakeLeads.class)
                .problems
                .add(Json.MAPPER.readTree("{\"code\":\"INVALID_PHONE\",\"field\":\"phone\"}"));
        openLead(OWNER, 3);
        var phone = find(TextField.class).withCaption("Phone").single();

        test(phone).setValue("12");
        test(button("Save changes")).click();

        until(phone::isInvalid);
        assertThat(phone.getErrorMessage()).startsWith("Not a phone number");
        assertThat(phone.getValue()).isEqualTo("12");
    }

    @Test
    void aConflictKeepsWhatWasTypedAndShowsWhatTheOthersWrote() {
        openLead(OWNER, 3);
        var company = find(TextField.class).withCaption("Company").single();
        test(company).setValue("Mine");
        world.of(FakeLeads.class).leads.get(2).put("company", "Theirs").put("version", 2);
        world.of(FakeLeads.class).problems.add(Json.MAPPER.readTree("{\"code\":\"CONFLICT\",\"field\":\"version\"}"));

        test(button("Save changes")).click();

        until(() -> company.getHelperText() != null);
        assertThat(company.getHelperText()).isEqualTo("Changed meanwhile to: Theirs");
        assertThat(company.getValue()).isEqualTo("Mine");
        assertThat(text(".editor-note")).startsWith("Somebody else changed this lead");
        world.of(FakeLeads.class).problems.clear();
        test(button("Save changes")).click();
        until(() -> world.of(FakeLeads.class).updates.size() == 2);
        assertThat(world.of(FakeLeads.class).updates.getLast().path("version").asInt())
                .isEqualTo(2);
    }

    @Test
    void aViewerHasNothingToEdit() {
        openLead(VIEWER, 3);

        assertThat(find(TextField.class).all()).hasOnlyElementsOfType(SearchField.class);
        assertThat(find(TextArea.class).all()).isEmpty();
        assertThat(find(Component.class).withClassName("status-picker").all()).isEmpty();
        assertThat(find(Component.class).withClassName("evidence").all()).hasSize(2);
    }

    @Test
    void aNewLeadAppearsByItself() {
        logIn(OWNER);
        until(() -> rows() == 250);
        listening("leadEvents");
        var lead = FakeLeads.lead(777, 90);
        world.of(FakeLeads.class).leads.addFirst(lead);

        world.feed.emit("leadEvents", 5, "\"type\":\"CREATED\",\"lead\":" + lead);

        until(() -> rows() == 251);
        assertThat(test(grid()).getRow(0)).asString().contains("lead-777");
    }

    @Test
    void aChangedLeadChangesInPlace() {
        logIn(OWNER);
        until(() -> rows() == 250);
        listening("leadEvents");
        var lead = FakeLeads.lead(1, 1).put("company", "Moved Ltd");

        world.feed.emit("leadEvents", 5, "\"type\":\"UPDATED\",\"lead\":" + lead);

        until(() -> test(grid()).getCellText(0, 2).equals("Moved Ltd"));
    }

    @Test
    void aLeadThatNoLongerFitsLeavesTheListAndTheCount() {
        logIn(OWNER);
        UI.getCurrent().navigate("c/north/leads", QueryParameters.fromString("minScore=70"));
        until(() -> rows() == 60);
        listening("leadEvents");
        var lead = world.of(FakeLeads.class).leads.get(74).put("leadQualityScore", 10);

        world.feed.emit("leadEvents", 5, "\"type\":\"UPDATED\",\"lead\":" + lead);

        until(() -> rows() == 59);
        assertThat(text(".count")).isEqualTo("59");
        lead.put("leadQualityScore", 90);
        world.feed.emit("leadEvents", 6, "\"type\":\"UPDATED\",\"lead\":" + lead);
        until(() -> rows() == 60);
    }

    @Test
    void evidenceIsFoundByTheTimeItWasSaidAt() {
        openLead(OWNER, 3);

        assertThat(find(Component.class).withClassName("turn-link").all())
                .isNotEmpty()
                .allMatch(time -> time.getElement().getText().equals("1:06"));
    }

    @Test
    void everyFieldHasItsNameAndItsMessage() {
        for (var field : LeadField.values()) {
            for (var language : Languages.ALL) {
                var key = "leads.invalid." + field.key();
                assertThat(Translations.get(language, key)).isNotEqualTo(key);
                key = "leads.field." + field.key();
                assertThat(Translations.get(language, key)).isNotEqualTo(key);
            }
        }
    }

    private void openLead(String email, int number) {
        logIn(email);
        UI.getCurrent().navigate("c/north/leads/lead-" + number);
        until(() ->
                find(H2.class).all().stream().anyMatch(title -> title.getText().equals("Person " + number)));
    }
}
