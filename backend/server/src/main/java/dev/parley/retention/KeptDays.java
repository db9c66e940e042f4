package dev.parley.retention;

import dev.parley.Settings;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** A setting that says for how many days something is kept. */
public final class KeptDays {

    private KeptDays() {}

    /** @throws dev.parley.StartException when it is set to less than a day */
    public static Duration of(String setting, int usual) {
        return Duration.ofDays(Settings.number(ConfigProvider.getConfig(), setting, usual, 1));
    }
}
