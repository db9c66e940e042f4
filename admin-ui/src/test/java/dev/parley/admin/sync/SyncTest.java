package dev.parley.admin.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.parley.admin.PanelPage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How conversations come in, and what every page says when they do not. */
@ViewPackages(packages = "dev.parley.admin")
class SyncTest extends PanelPage {

    private static final String SYNC = "c/north/sync";

    @Test
    void saysHowSyncStandsAndListsItsRuns() {
        world.of(FakeSync.class).runs.add(FakeSync.run(2, "SUCCEEDED", null));
        world.of(FakeSync.class).runs.add(FakeSync.run(1, "FAILED", "RATE_LIMITED"));

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
        listening("syncProgress");

        test(button("Run now")).click();
        assertThat(button("Starting").isEnabled()).isFalse();
        await().until(() -> world.api.asked.contains("SyncNow"));
        var running = FakeSync.run(1, "RUNNING", null);
        world.of(FakeSync.class).runs.add(running);
        world.feed.emit(
                "syncProgress",
                1,
                "\"type\":\"CREATED\",\"run\":" + running.deepCopy().put("listed", 0));
        until(() -> rows() == 1);
        world.feed.emit("syncProgress", 2, "\"type\":\"UPDATED\",\"run\":" + running);

        until(() -> shown(".progress") && text(".progress").contains("Listed 120, fetched 45, changed 12"));
        assertThat(text(".standing")).startsWith("Running");
        assertThat(button("Running").isEnabled()).isFalse();

        var ended = FakeSync.run(1, "SUCCEEDED", null);
        world.of(FakeSync.class).runs.set(0, ended);
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
        world.of(FakeSync.class).obstacle = "NO_API_KEY";

        open(OWNER, SYNC);

        until(() -> shown(".sync-summary"));
        assertThat(text(".standing")).startsWith("Not synced").contains("has no ElevenLabs API key");
    }

    @Test
    void aRunHasAnAddressAndSaysInWordsWhyItFailed() {
        world.of(FakeSync.class).runs.add(FakeSync.run(7, "FAILED", "UNAUTHENTICATED"));

        open(OWNER, SYNC + "/run-7");

        until(() -> shown(".run-problem"));
        assertThat(text(".run-problem"))
                .contains("ElevenLabs does not accept the API key")
                .contains("Somebody has to act");
        assertThat(text(".detail")).contains("UNAUTHENTICATED").contains("120");
    }

    @Test
    void aRunNamesTheConversationsThatFailedAndWhy() {
        var run = FakeSync.run(7, "SUCCEEDED", null).put("failed", 2);
        run.putArray("failures")
                .addAll(List.of(
                        FakeSync.failure("conv_1", "UNAVAILABLE", 3, "2026-05-04T10:30:00Z"),
                        FakeSync.failure("conv_2", "BRAND_NEW", 1, null)));
        world.of(FakeSync.class).runs.add(run);

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
        world.of(FakeSync.class).runs.add(FakeSync.run(7, "FAILED", "BRAND_NEW"));

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
}
