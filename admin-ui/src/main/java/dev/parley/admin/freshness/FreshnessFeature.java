package dev.parley.admin.freshness;

import dev.parley.admin.feature.Feature;
import dev.parley.admin.feature.FramePart;
import dev.parley.admin.language.Formats;
import java.util.Optional;

/** Says above every page when its data may be old. */
public final class FreshnessFeature implements Feature {

    private final Freshness freshness = new Freshness();

    @Override
    public Optional<FramePart> notice(Formats formats) {
        return Optional.of(new StaleNotice(freshness, formats));
    }
}
