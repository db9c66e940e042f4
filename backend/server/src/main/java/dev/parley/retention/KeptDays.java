package dev.parley.retention;

import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** A setting that says for how many days something is kept. */
public final class KeptDays {

    private KeptDays() {}

    /** @throws IllegalStateException when it is set to less than a day */
    public static Duration of(String setting, int usual) {
        int days = ConfigProvider.getConfig()
                .getOptionalValue(setting, Integer.class)
                .orElse(usual);
        if (days < 1) {
            throw new IllegalStateException(setting + " is 1 at least");
        }
        return Duration.ofDays(days);
    }
}
