package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.conversations.ConversationsView;
import dev.parley.admin.conversations.FakeConversations;
import dev.parley.admin.language.Languages;
import dev.parley.admin.leads.FakeLeads;
import dev.parley.admin.leads.LeadsView;
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
    void emptyListsSayWhatWillBeThere() {
        world.of(FakeLeads.class).leads.clear();
        world.of(FakeConversations.class).conversations.clear();
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
    void whatMayHaveBeenMissedIsLoaded() {
        logIn(OWNER);
        until(() -> rows() == 250);
        listening("leadEvents");
        world.of(FakeLeads.class).leads.addFirst(FakeLeads.lead(777, 90));

        world.feed.emit("leadEvents", 5, "\"type\":\"GAP\",\"lead\":null");

        until(() -> rows() == 251);
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
}
