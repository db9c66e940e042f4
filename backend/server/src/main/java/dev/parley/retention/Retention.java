package dev.parley.retention;

import dev.parley.NodeRoles;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has everything forgotten that is old, once an hour on every worker. */
@ApplicationScoped
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration LOOK_EVERY = Duration.ofHours(1);

    private final List<Forgetting> all;
    private final CountDownLatch stopping = new CountDownLatch(1);

    @Inject
    Retention(Instance<Forgetting> all) {
        this.all = all.stream().toList();
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        if (NodeRoles.from(ConfigProvider.getConfig()).worker()) {
            Thread.ofVirtual().name("parley-retention").start(this::lookNowAndThen);
        }
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }

    private void lookNowAndThen() {
        try {
            do {
                all.forEach(Retention::forget);
            } while (!stopping.await(LOOK_EVERY.toMinutes(), TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Forgetting things) {
        try {
            LOG.debug("{} {} that were old enough were forgotten", things.forgetOld(), things.what());
        } catch (RuntimeException e) {
            LOG.warn("Old {} could not be forgotten, trying again in an hour", things.what(), e);
        }
    }
}
