package dev.parley.events;

import dev.parley.NodeRoles;
import dev.parley.jobs.BackgroundLoop;
import dev.parley.persistence.Persistence;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Runs the consumers on every worker, each in a loop of its own that the feed wakes. */
@ApplicationScoped
class EventConsumers {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Instance<EventConsumer> declared;
    private final Persistence persistence;
    private final Wakeup wakeup;
    private final Clock clock;
    private final List<BackgroundLoop> loops = new ArrayList<>();

    @Inject
    EventConsumers(Instance<EventConsumer> declared, Persistence persistence, Wakeup wakeup, Clock clock) {
        this.declared = declared;
        this.persistence = persistence;
        this.wakeup = wakeup;
        this.clock = clock;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        if (NodeRoles.from(ConfigProvider.getConfig()).worker()) {
            declared.forEach(this::start);
        }
    }

    /** @return ends it */
    BackgroundLoop start(EventConsumer consumer) {
        var run = new ConsumerRun(consumer, persistence, clock);
        var loop = BackgroundLoop.start("parley-consumer-" + consumer.name(), LOOK_EVERY, run::catchUp);
        wakeup.onNews(loop::wake);
        loops.add(loop);
        return loop;
    }

    @PreDestroy
    void stop() {
        loops.forEach(BackgroundLoop::close);
    }
}
