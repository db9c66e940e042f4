package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.conversations.ConversationsView;
import dev.parley.admin.fake.Samples;
import dev.parley.admin.graphql.Json;
import dev.parley.admin.language.Languages;
import dev.parley.admin.leads.LeadsView;
import dev.parley.admin.lists.SearchField;
import dev.parley.admin.loading.EmptyState;
import dev.parley.admin.loading.FailureNote;
import dev.parley.admin.security.LoginView;
import dev.parley.admin.security.SignedIn;
import dev.parley.admin.shell.FailureView;
import dev.parley.admin.shell.HomeView;
import dev.parley.admin.shell.NotFoundView;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The views, without a browser, against an API and a log-in service over real HTTP. */
@ViewPackages(packages = "dev.parley.admin")
class PanelTest extends PanelPage {

    @Test
    void theDoorStaysShutForAWrongPassword() {
        assertThat(getCurrentView()).isInstanceOf(LoginView.class);

        test(find(LoginForm.class).single()).login(OWNER, "wrong");

        assertThat(getCurrentView()).isInstanceOf(LoginView.class);
        assertThat(find(LoginForm.class).single().isError()).isTrue();
    }

    @Test
    void theRightOneLeadsToTheLeads() {
        logIn(OWNER);

        assertThat(getCurrentView()).isInstanceOf(LeadsView.class);
        until(() -> rows() == 250);
        assertThat(text(".count")).isEqualTo("250");
    }

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
        world.api.exactCount = false;

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

        until(() -> world.api.updates.size() == 1);
        assertThat(world.api.updates.getFirst())
                .isEqualTo(
                        Json.MAPPER.readTree("{\"id\":\"lead-3\",\"version\":1,\"input\":{\"company\":\"New Firm\"}}"));
        until(() -> find(Button.class).withText("Save changes").all().isEmpty());
        assertThat(company.getValue()).isEqualTo("New Firm");
    }

    @Test
    void problemsShowAtTheField() {
        world.api.problems.add(Json.MAPPER.readTree("{\"code\":\"INVALID_PHONE\",\"field\":\"phone\"}"));
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
        world.api.leads.get(2).put("company", "Theirs").put("version", 2);
        world.api.problems.add(Json.MAPPER.readTree("{\"code\":\"CONFLICT\",\"field\":\"version\"}"));

        test(button("Save changes")).click();

        until(() -> company.getHelperText() != null);
        assertThat(company.getHelperText()).isEqualTo("Changed meanwhile to: Theirs");
        assertThat(company.getValue()).isEqualTo("Mine");
        assertThat(text(".editor-note")).startsWith("Somebody else changed this lead");
        world.api.problems.clear();
        test(button("Save changes")).click();
        until(() -> world.api.updates.size() == 2);
        assertThat(world.api.updates.getLast().path("version").asInt()).isEqualTo(2);
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
    void evidenceLeadsToItsTurnAndTheWordsAreMarked() {
        logIn(OWNER);

        UI.getCurrent().navigate("c/north/conversations/conversation-1", QueryParameters.fromString("turn=1"));

        until(() -> !find(Component.class).withClassName("turn").all().isEmpty());
        assertThat(getCurrentView()).isInstanceOf(ConversationsView.class);
        assertThat(find(Component.class).withClassName("turn").all()).hasSize(3);
        assertThat(find(Component.class)
                        .withClassName("pointed")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .contains("Call me at 8 921 555, please.");
        assertThat(text(".mark")).isEqualTo("8 921 555");
        assertThat(text(".turn-tool")).isEqualTo("book_viewing");
    }

    @Test
    void whatElevenLabsHasDeletedIsMarked() {
        world.api.conversations.addFirst(Samples.conversation(777).put("deletedAtSource", true));
        logIn(OWNER);

        UI.getCurrent().navigate("c/north/conversations/conversation-777");

        until(() ->
                !find(Component.class).withClassName("deleted-at-source").all().isEmpty());
        assertThat(text(".deleted-at-source")).contains("What Parley had of it is kept.");
        UI.getCurrent().navigate("c/north/conversations/conversation-1");
        until(() ->
                find(Component.class).withClassName("deleted-at-source").all().isEmpty());
    }

    @Test
    void theOtherSidesNumberIsShown() {
        logIn(OWNER);

        UI.getCurrent().navigate("c/north/conversations/conversation-1");

        until(() -> !find(Component.class).withClassName("facts").all().isEmpty());
        assertThat(find(Component.class)
                        .withClassName("facts")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .contains("Their number", "+79215550142");
    }

    @Test
    void whatIsNotThereIsSaidToBeMissing() {
        logIn(OWNER);

        UI.getCurrent().navigate("c/north/leads/lead-999");

        until(() ->
                find(H2.class).all().stream().anyMatch(title -> title.getText().equals("Nothing here")));
    }

    @Test
    void otherPeoplesClientsAreNotThere() {
        logIn(OWNER);

        UI.getCurrent().navigate("c/south/leads");

        assertThat(getCurrentView()).isInstanceOf(NotFoundView.class);
    }

    @Test
    void whoBelongsNowhereIsToldSo() {
        logIn("nobody@north.test");

        assertThat(getCurrentView()).isInstanceOf(HomeView.class);
        assertThat(find(EmptyState.class).all()).hasSize(1);
    }

    @Test
    void aFailureIsShownWithAWayToTryAgain() {
        world.api.refusal = "TIMEOUT";
        logIn(OWNER);
        until(() -> !find(FailureNote.class).all().isEmpty());
        assertThat(find(FailureNote.class).single().getElement().getTextRecursively())
                .contains("Parley does not answer right now.")
                .contains("r-7");

        world.api.refusal = null;
        test(button("Try again")).click();

        until(() -> rows() == 250);
        assertThat(find(FailureNote.class).all()).isEmpty();
    }

    @Test
    void pagesThatCannotBeginSaySo() {
        world.api.everythingRefused = true;

        logIn(OWNER);

        assertThat(getCurrentView()).isInstanceOf(FailureView.class);
        world.api.everythingRefused = false;
        world.api.asked.clear();
        until(() -> world.api.asked.contains("Clients")); // by itself, and then the page begins anew
    }

    @Test
    void whileTheApiIsAwayOneCanStillGoAbout() {
        logIn(OWNER);
        until(() -> rows() == 250);
        world.api.refusal = "UPSTREAM_UNAVAILABLE";
        world.api.everythingRefused = true;
        ((TurnedClock) panel.clock()).turn(Duration.ofMinutes(5));

        UI.getCurrent().navigate("c/north/conversations");

        assertThat(getCurrentView()).isInstanceOf(ConversationsView.class);
        until(() -> find(FailureNote.class).all().size() == 1);
    }

    @Test
    void aTabIsNamedAfterWhatIsOpen() {
        openLead(OWNER, 3);
        var view = (LeadsView) getCurrentView();
        until(() -> view.getPageTitle().equals("Person 3 · Leads · Parley"));

        UI.getCurrent().navigate("c/north/leads");

        assertThat(view.getPageTitle()).isEqualTo("Leads · Parley");
    }

    @Test
    void aNewLeadAppearsByItself() {
        logIn(OWNER);
        until(() -> rows() == 250);
        await().until(() -> world.feed.subscribed.size() >= 4);
        var lead = Samples.lead(777, 90);
        world.api.leads.addFirst(lead);

        world.feed.emit("leadEvents", 5, "\"type\":\"CREATED\",\"lead\":" + lead);

        until(() -> rows() == 251);
        assertThat(test(grid()).getRow(0)).asString().contains("lead-777");
    }

    @Test
    void aNewConversationAppearsByItself() {
        logIn(OWNER);
        UI.getCurrent().navigate("c/north/conversations");
        until(() -> rows() == world.api.conversations.size());
        await().until(() -> world.feed.subscribed.size() >= 4);
        int before = rows();
        var conversation = Samples.conversation(777);
        world.api.conversations.addFirst(conversation);

        world.feed.emit("conversationEvents", 5, "\"type\":\"CREATED\",\"conversation\":" + conversation);

        until(() -> rows() == before + 1);
        assertThat(test(grid()).getRow(0)).asString().contains("A flat 777");
    }

    @Test
    void emptyListsSayWhatWillBeThere() {
        world.api.leads.clear();
        world.api.conversations.clear();
        logIn(OWNER);
        until(() -> rows() == 0 && emptyText().contains("No leads yet"));

        UI.getCurrent().navigate("c/north/conversations");
        until(() -> rows() == 0 && emptyText().contains("No conversations yet"));

        UI.getCurrent().navigate("c/north/leads", QueryParameters.fromString("minScore=70"));
        until(() -> rows() == 0 && emptyText().contains("Nothing fits"));
    }

    private String emptyText() {
        var empty = grid().getEmptyStateComponent();
        return empty == null ? "" : empty.getElement().getTextRecursively();
    }

    @Test
    void aChangedLeadChangesInPlace() {
        logIn(OWNER);
        until(() -> rows() == 250);
        await().until(() -> world.feed.subscribed.size() >= 4);
        var lead = Samples.lead(1, 1).put("company", "Moved Ltd");

        world.feed.emit("leadEvents", 5, "\"type\":\"UPDATED\",\"lead\":" + lead);

        until(() -> test(grid()).getCellText(0, 2).equals("Moved Ltd"));
    }

    @Test
    void aLeadThatNoLongerFitsLeavesTheListAndTheCount() {
        logIn(OWNER);
        UI.getCurrent().navigate("c/north/leads", QueryParameters.fromString("minScore=70"));
        until(() -> rows() == 60);
        await().until(() -> world.feed.subscribed.size() >= 4);
        var lead = world.api.leads.get(74).put("leadQualityScore", 10);

        world.feed.emit("leadEvents", 5, "\"type\":\"UPDATED\",\"lead\":" + lead);

        until(() -> rows() == 59);
        assertThat(text(".count")).isEqualTo("59");
        lead.put("leadQualityScore", 90);
        world.feed.emit("leadEvents", 6, "\"type\":\"UPDATED\",\"lead\":" + lead);
        until(() -> rows() == 60);
    }

    @Test
    void whatMayHaveBeenMissedIsLoaded() {
        logIn(OWNER);
        until(() -> rows() == 250);
        await().until(() -> world.feed.subscribed.size() >= 4);
        world.api.leads.addFirst(Samples.lead(777, 90));

        world.feed.emit("leadEvents", 5, "\"type\":\"GAP\",\"lead\":null");

        until(() -> rows() == 251);
    }

    @Test
    void evidenceIsFoundByTheTimeItWasSaidAt() {
        openLead(OWNER, 3);

        assertThat(find(Component.class).withClassName("turn-link").all())
                .isNotEmpty()
                .allMatch(time -> time.getElement().getText().equals("1:06"));
    }

    @Test
    void aLogInThatEndsLeadsToTheDoorAndBackToWhereItWas() {
        openLead(OWNER, 3);
        var account = SignedIn.current().orElseThrow();
        world.auth.endAll();

        account.renew(account.accessToken());

        until(() -> UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .anyMatch(script -> script.getInvocation().getExpression().contains("location.reload")));
        UI.getCurrent().navigate("c/north/leads/lead-4");
        assertThat(getCurrentView()).isInstanceOf(LoginView.class);
        logIn(OWNER);
        until(() ->
                find(H2.class).all().stream().anyMatch(title -> title.getText().equals("Person 4")));
    }

    @Test
    void russianReadersReadRussian() {
        logIn(OWNER);

        UI.getCurrent().setLocale(Languages.RUSSIAN);
        UI.getCurrent().refreshCurrentRoute(true);

        assertThat(find(H1.class).single().getText()).isEqualTo("Лиды");
    }

    private void openLead(String email, int number) {
        logIn(email);
        UI.getCurrent().navigate("c/north/leads/lead-" + number);
        until(() ->
                find(H2.class).all().stream().anyMatch(title -> title.getText().equals("Person " + number)));
    }

    private int rows() {
        return find(Grid.class).all().isEmpty() ? -1 : test(grid()).size();
    }

    @SuppressWarnings("unchecked")
    private Grid<Object> grid() {
        return find(Grid.class).single();
    }
}
