package dev.parley.admin.sync;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Asks for a run; not while one is going on or on its way. */
final class RunNow extends Button {

    /** A run that has not begun by then may be asked for again. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Clock clock;
    private @Nullable Instant askedAt;
    private boolean running;

    RunNow(Clock clock) {
        this.clock = clock;
        setText(text("sync.runNow"));
        setIcon(VaadinIcon.REFRESH.create());
        addThemeVariants(ButtonVariant.SMALL);
        setVisible(false);
    }

    void asked() {
        askedAt = clock.instant();
        fit();
    }

    void answered() {
        askedAt = null;
        fit();
    }

    void running(boolean now) {
        running = now;
        fit();
    }

    void fit() {
        if (askedAt != null && askedAt.plus(PATIENCE).isBefore(clock.instant())) {
            askedAt = null;
        }
        setEnabled(!running && askedAt == null);
        setText(text(running ? "sync.standing.RUNNING" : askedAt == null ? "sync.runNow" : "sync.asked"));
    }
}
