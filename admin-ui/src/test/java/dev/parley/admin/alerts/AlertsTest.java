package dev.parley.admin.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.popover.Popover;
import dev.parley.admin.PanelPage;
import org.junit.jupiter.api.Test;

/** What every page says when something is wrong. */
@ViewPackages(packages = "dev.parley.admin")
class AlertsTest extends PanelPage {

    @Test
    void alertsRingAndStopByThemselves() {
        world.of(FakeAlerts.class).alerts.add(FakeAlerts.alert(1, "ELEVENLABS_UNAVAILABLE", "TIMEOUT", true));
        open(OWNER, "c/north/leads");
        until(() -> shown(".bell-count"));
        assertThat(text(".bell-count")).isEqualTo("1");
        listening("alertEvents");

        world.of(FakeAlerts.class).alerts.set(0, FakeAlerts.alert(1, "ELEVENLABS_UNAVAILABLE", "TIMEOUT", false));
        world.feed.emit("alertEvents", 1, "\"type\":\"UPDATED\"");

        until(() -> !shown(".bell-count"));
    }

    @Test
    void behindTheBellIsWhatIsWrongAndWhatWas() {
        world.of(FakeAlerts.class).alerts.add(FakeAlerts.alert(2, "ELEVENLABS_REFUSED", "BRAND_NEW", true));
        world.of(FakeAlerts.class).alerts.add(FakeAlerts.alert(1, "SYNC_STALLED", "TRIGGER_LATE", false));
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
}
