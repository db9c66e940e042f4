package dev.parley.admin.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import dev.parley.admin.PanelPage;
import dev.parley.admin.sync.FakeSync;
import org.junit.jupiter.api.Test;

/** What every page says when its data may be old. */
@ViewPackages(packages = "dev.parley.admin")
class FreshnessTest extends PanelPage {

    @Test
    void oldDataAreMarkedBesideEveryListAndGoByThemselves() {
        world.of(FakeFreshness.class).stale = true;
        world.of(FakeSync.class).stale = true;
        open(OWNER, "c/north/leads/lead-3");
        until(() -> shown(".stale"));
        assertThat(text(".stale"))
                .contains("Data may be old: last synced at 10:12")
                .contains("Look at sync");

        UI.getCurrent().navigate("c/north/conversations");
        assertThat(shown(".stale")).isTrue();
        UI.getCurrent().navigate("c/north/sync");
        assertThat(shown(".stale")).isFalse();
        until(() -> shown(".sync-summary"));
        assertThat(text(".standing")).startsWith("Data may be old");
        UI.getCurrent().navigate("c/north/leads");
        assertThat(shown(".stale")).isTrue();

        listening("syncProgress");
        world.of(FakeFreshness.class).stale = false;
        world.feed.emit("syncProgress", 1, "\"type\":\"UPDATED\",\"run\":" + FakeSync.run(1, "SUCCEEDED", null));

        until(() -> !shown(".stale"));
    }
}
