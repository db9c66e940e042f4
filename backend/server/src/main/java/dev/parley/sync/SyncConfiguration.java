package dev.parley.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings once. */
@ApplicationScoped
class SyncConfiguration {

    @Produces
    @Singleton
    SyncSettings settings() {
        return SyncSettings.from(ConfigProvider.getConfig());
    }
}
