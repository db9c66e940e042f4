package dev.parley.admin.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.popover.Popover;
import dev.parley.admin.PanelPage;
import dev.parley.admin.language.Languages;
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
                .contains("ELEVENLABS_REFUSED, in English")
                .contains("Warning")
                .contains("BRAND_NEW")
                .contains("25 min ago");
        assertThat(text(".alert-over"))
                .contains("SYNC_STALLED, in English")
                .contains("It was overdue")
                .contains("lasted 5 min")
                .doesNotContain("reported");
    }

    /** Its sentence comes with it: an alert of a feature that is newer than the panel is read like any other. */
    @Test
    void aKindThePanelDoesNotKnowIsReadInTheReadersLanguage() {
        world.of(FakeAlerts.class).alerts.add(FakeAlerts.alert(1, "BRAND_NEW", "TIMEOUT", true));
        open(OWNER, "c/north/leads");
        UI.getCurrent().setLocale(Languages.RUSSIAN);
        UI.getCurrent().refreshCurrentRoute(true);
        until(() -> shown(".bell-count"));

        find(Popover.class).single().open();

        until(() -> shown(".alert-open"));
        assertThat(text(".alert-open")).contains("BRAND_NEW, по-русски").contains("Внимание");
        assertThat(find(Anchor.class).withClassName("alert").all()).isEmpty();
    }

    @Test
    void theWorstStandsFirstWithHowOftenItWasReported() {
        var alerts = world.of(FakeAlerts.class).alerts;
        alerts.add(FakeAlerts.alert(2, "SYNC_STALLED", "TRIGGER_LATE", true).put("severity", "INFO"));
        alerts.add(FakeAlerts.alert(1, "ELEVENLABS_REFUSED", "REFUSED", true)
                .put("severity", "CRITICAL")
                .put("count", 12)
                .put("lastSeenAt", "2026-05-04T10:10:00Z"));
        open(OWNER, "c/north/leads");
        until(() -> shown(".bell-count"));

        find(Popover.class).single().open();

        until(() -> shown(".alert-open"));
        var worst = find(HtmlContainer.class).withClassName("alert-open").all().getFirst();
        assertThat(worst).isInstanceOf(Anchor.class);
        assertThat(worst.getElement().getTextRecursively())
                .contains("Critical")
                .contains("reported 12 times, last 5 min ago");
        assertThat(find(Button.class).withClassName("bell").single().getAriaLabel())
                .hasValue("Alerts, open: 2, the worst: Critical");
    }
}
