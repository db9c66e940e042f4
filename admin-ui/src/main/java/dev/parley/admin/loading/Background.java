package dev.parley.admin.loading;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import dev.parley.admin.graphql.ApiException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that waits for others, done without holding the page. */
public final class Background {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private static final Duration AT_ONCE = Duration.ofMillis(250);

    private Background() {}

    /** Afterwards, on the page and only while {@code owner} is on it, exactly one of the two is called. */
    public static <T> void run(Component owner, Supplier<T> work, Consumer<T> done, Consumer<ApiException> failed) {
        var ui = UI.getCurrent();
        start(() -> {
            try {
                var result = work.get();
                show(ui, owner, () -> done.accept(result));
            } catch (ApiException e) {
                LOG.warn("{} (request {})", e.getMessage(), e.requestId());
                show(ui, owner, () -> failed.accept(e));
            }
        });
    }

    /** The same for a page that is being made: an answer that comes at once is on it from the beginning. */
    public static <T> void runFirst(
            Component owner, Supplier<T> work, Consumer<T> done, Consumer<ApiException> failed) {
        var answer = new FutureTask<>(work::get);
        start(answer);
        try {
            done.accept(answer.get(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            run(owner, () -> result(answer), done, failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T result(FutureTask<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does something on the page a little later. */
    public static void later(Component owner, Duration wait, Runnable action) {
        var ui = UI.getCurrent();
        start(() -> {
            try {
                Thread.sleep(wait);
                show(ui, owner, action);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Does something on the page again and again, until the registration is removed. */
    public static Registration every(Component owner, Duration interval, Runnable action) {
        var ui = UI.getCurrent();
        var ticking = Thread.ofVirtual().name("parley-tick").start(() -> {
            try {
                while (true) {
                    Thread.sleep(interval);
                    show(ui, owner, action);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return ticking::interrupt;
    }

    /** For callers on threads of their own, such as a feed's. */
    public static void show(UI ui, Component owner, Runnable action) {
        try {
            ui.access(() -> {
                if (owner.isAttached()) {
                    action.run();
                }
            });
        } catch (UIDetachedException e) {
            LOG.debug("The page is gone");
        }
    }

    private static void start(Runnable action) {
        Thread.ofVirtual().name("parley-background").start(action);
    }
}
