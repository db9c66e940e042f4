package dev.parley.admin.alerts;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.parley.admin.language.TextKey;
import java.util.Locale;

/** How bad an alert is, worst first. */
@TextKey("alerts.severity")
enum Severity {
    CRITICAL(VaadinIcon.EXCLAMATION_CIRCLE),
    WARNING(VaadinIcon.WARNING),
    INFO(VaadinIcon.INFO_CIRCLE);

    private final VaadinIcon icon;

    Severity(VaadinIcon icon) {
        this.icon = icon;
    }

    VaadinIcon icon() {
        return icon;
    }

    String style() {
        return "alert-" + name().toLowerCase(Locale.ROOT);
    }
}
