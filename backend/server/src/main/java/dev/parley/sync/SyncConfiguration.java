package dev.parley.sync;

import dev.parley.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings once, and says that conversations are synced for each client. */
@ApplicationScoped
class SyncConfiguration {

    static final String JOB = "conversations";

    @Produces
    @Singleton
    SyncSettings settings() {
        return SyncSettings.from(ConfigProvider.getConfig());
    }

    @Produces
    Job job(SyncTargets targets, ConversationSync sync, SyncSettings settings, SyncAlerts alerts) {
        return Job.forClients(JOB, targets::all, sync::run)
                .lease(settings.lease())
                .whenStalled(alerts::stalled);
    }
}
