package dev.parley.admin.alerts;

import dev.parley.admin.feature.Feature;
import dev.parley.admin.feature.Features;
import dev.parley.admin.feature.FramePart;
import dev.parley.admin.language.Formats;
import java.util.Optional;

/** Alerts: a bell in the header of every page. */
public final class AlertsFeature implements Feature {

    private final Alerts alerts = new Alerts();

    @Override
    public Optional<FramePart> header(Formats formats) {
        return Optional.of(new AlertBell(alerts, Features.load(), formats));
    }
}
