package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.parley.admin.fake.Samples;
import dev.parley.admin.sync.SyncView;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How conversations come in, and what every page says when they do not. */
@ViewPackages(packages = "dev.parley.admin")
class SyncTest extends PanelPage {

    private static final String SYNC = "c/north/sync";

    @Test
    void saysHowSyncStandsAndListsItsRuns() {
        world.api.runs.add(Samples.run(2, "SUCCEEDED", null));
        world.api.runs.add(Samples.run(1, "FAILED", "RATE_LIMITED"));

        open(OWNER, SYNC);

        assertThat(getCurrentView()).isInstanceOf(SyncView.class);
        until(() -> rows() == 2 && shown(".sync-summary"));
        assertThat(text(".standing")).startsWith("Up to date");
        assertThat(text(".sync-summary"))
                .contains("3 min ago")
                .contains("in 2 min")
                .contains("5 min");
        assertThat(find(ProgressBar.class).all()).isEmpty();
        assertThat(button("Run now").isEnabled()).isTrue();
    }

    @Test
    void aRunIsFollowedFromItsBeginningToItsEnd() {
        open(OWNER, SYNC);
        until(() -> shown(".sync-summary"));
        await().until(() -> world.feed.subscribed.size() >= 4);

        test(button("Run now")).click();
        assertThat(button("Starting").isEnabled()).isFalse();
        await().until(() -> world.api.asked.contains("SyncNow"));
        var running = Samples.run(1, "RUNNING", null);
        world.api.runs.add(running);
        world.feed.emit(
                "syncProgress",
                1,
                "\"type\":\"CREATED\",\"run\":" + running.deepCopy().put("listed", 0));
        until(() -> rows() == 1);
        world.feed.emit("syncProgress", 2, "\"type\":\"UPDATED\",\"run\":" + running);

        until(() -> shown(".progress") && text(".progress").contains("Listed 120, fetched 45, changed 12"));
        assertThat(text(".standing")).startsWith("Running");
        assertThat(button("Running").isEnabled()).isFalse();

        var ended = Samples.run(1, "SUCCEEDED", null);
        world.api.runs.set(0, ended);
        world.feed.emit("syncProgress", 3, "\"type\":\"UPDATED\",\"run\":" + ended);

        until(() -> !shown(".progress"));
        assertThat(button("Run now").isEnabled()).isTrue();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aViewerCannotAskForARun() {
        open(VIEWER, SYNC);

        until(() -> shown(".sync-summary"));
        assertThat(find(Button.class).withText("Run now").all()).isEmpty();
    }

    @Test
    void aRefusedRequestSaysSoAndMayBeRepeated() {
        open(OWNER, SYNC);
        until(() -> shown(".sync-summary"));
        world.api.refusal = "RATE_LIMITED";

        test(button("Run now")).click();

        until(() -> shown(".sync-state") && text(".sync-state").contains("That was too much at once."));
        assertThat(button("Run now").isEnabled()).isTrue();
    }

    @Test
    void whatStandsInTheWayIsSaidWithWhatToDo() {
        world.api.obstacle = "NO_API_KEY";

        open(OWNER, SYNC);

        until(() -> shown(".sync-summary"));
        assertThat(text(".standing")).startsWith("Not synced").contains("has no ElevenLabs API key");
    }

    @Test
    void aRunHasAnAddressAndSaysInWordsWhyItFailed() {
        world.api.runs.add(Samples.run(7, "FAILED", "UNAUTHENTICATED"));

        open(OWNER, SYNC + "/run-7");

        until(() -> shown(".run-problem"));
        assertThat(text(".run-problem"))
                .contains("ElevenLabs does not accept the API key")
                .contains("Somebody has to act");
        assertThat(text(".detail")).contains("UNAUTHENTICATED").contains("120");
    }

    @Test
    void aRunNamesTheConversationsThatFailedAndWhy() {
        var run = Samples.run(7, "SUCCEEDED", null).put("failed", 2);
        run.putArray("failures")
                .addAll(List.of(
                        Samples.failure("conv_1", "UNAVAILABLE", 3, "2026-05-04T10:30:00Z"),
                        Samples.failure("conv_2", "BRAND_NEW", 1, null)));
        world.api.runs.add(run);

        open(OWNER, SYNC + "/run-7");

        until(() -> shown(".run-failures"));
        assertThat(text(".run-failures"))
                .contains("conv_1")
                .contains("ElevenLabs answers with an error for this conversation")
                .contains("Attempts: 3. The next one is not before 10:30")
                .contains("conv_2")
                .contains("BRAND_NEW")
                .contains("Attempts: 1. It was tried again after this run.");
    }

    @Test
    void anErrorThatIsNewToThePanelIsShownAsItIs() {
        world.api.runs.add(Samples.run(7, "FAILED", "BRAND_NEW"));

        open(OWNER, SYNC + "/run-7");

        until(() -> shown(".run-problem"));
        assertThat(text(".run-problem")).isEqualTo("BRAND_NEW");
    }

    @Test
    void aRunThatIsTooOldIsSaidToBeMissing() {
        open(OWNER, SYNC + "/run-99");

        until(() ->
                find(H2.class).all().stream().anyMatch(title -> title.getText().equals("Nothing here")));
    }

    @Test
    void oldDataAreMarkedBesideEveryListAndGoByThemselves() {
        world.api.stale = true;
        open(OWNER, "c/north/leads/lead-3");
        until(() -> shown(".stale"));
        assertThat(text(".stale"))
                .contains("Data may be old: last synced at 10:12")
                .contains("Look at sync");

        UI.getCurrent().navigate("c/north/conversations");
        assertThat(shown(".stale")).isTrue();
        UI.getCurrent().navigate(SYNC);
        assertThat(shown(".stale")).isFalse();
        until(() -> shown(".sync-summary"));
        assertThat(text(".standing")).startsWith("Data may be old");
        UI.getCurrent().navigate("c/north/leads");
        assertThat(shown(".stale")).isTrue();

        await().until(() -> world.feed.subscribed.size() >= 4);
        world.api.stale = false;
        world.feed.emit("syncProgress", 1, "\"type\":\"UPDATED\",\"run\":" + Samples.run(1, "SUCCEEDED", null));

        until(() -> !shown(".stale"));
    }

    @Test
    void alertsRingAndStopByThemselves() {
        world.api.alerts.add(Samples.alert(1, "ELEVENLABS_UNAVAILABLE", "TIMEOUT", true));
        open(OWNER, "c/north/leads");
        until(() -> shown(".bell-count"));
        assertThat(text(".bell-count")).isEqualTo("1");
        await().until(() -> world.feed.subscribed.size() >= 4);

        world.api.alerts.set(0, Samples.alert(1, "ELEVENLABS_UNAVAILABLE", "TIMEOUT", false));
        world.feed.emit("alertEvents", 1, "\"type\":\"UPDATED\"");

        until(() -> !shown(".bell-count"));
    }

    @Test
    void behindTheBellIsWhatIsWrongAndWhatWas() {
        world.api.alerts.add(Samples.alert(2, "ELEVENLABS_REFUSED", "BRAND_NEW", true));
        world.api.alerts.add(Samples.alert(1, "SYNC_STALLED", "TRIGGER_LATE", false));
        open(OWNER, "c/north/leads");
        until(() -> shown(".bell-count"));

        find(Popover.class).single().open();

        until(() -> shown(".alert-open"));
        assertThat(text(".alert-open"))
                .contains("ElevenLabs refuses access")
                .contains("BRAND_NEW")
                .contains("25 min ago");
        assertThat(text(".alert-over"))
                .contains("Sync had stopped")
                .contains("It was overdue")
                .contains("lasted 5 min");
    }

    private void open(String email, String address) {
        logIn(email);
        UI.getCurrent().navigate(address);
    }

    private int rows() {
        return find(Grid.class).all().isEmpty()
                ? -1
                : test(find(Grid.class).single()).size();
    }

    private boolean shown(String className) {
        return !find(Component.class)
                .withClassName(className.substring(1))
                .all()
                .isEmpty();
    }
}
