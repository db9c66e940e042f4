package dev.parley.admin.sync;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.graphql.ApiException;
import dev.parley.admin.language.Formats;
import dev.parley.admin.loading.Background;
import dev.parley.admin.loading.FailureNote;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How sync stands, at a glance, and the button that asks for a run. */
final class SyncState extends Div {

    private static final Duration TICK = Duration.ofSeconds(15);

    private final Syncs syncs;
    private final Formats formats;
    private final RunNow runNow;
    private final FailureNote failure = new FailureNote(this::load);
    private final SyncSummary summary;
    private final Progress progress;
    private @Nullable Workplace workplace;
    private @Nullable SyncStatus status;
    private int loads;
    private Registration ticking = () -> {};

    SyncState(Syncs syncs, Formats formats) {
        this.syncs = syncs;
        this.formats = formats;
        addClassName("sync-state");
        runNow = new RunNow(formats.clock());
        runNow.addClickListener(click -> ask());
        summary = new SyncSummary(formats);
        progress = new Progress(formats);
        add(summary, progress, failure);
        forget();
    }

    RunNow runNow() {
        return runNow;
    }

    void enter(Workplace entered) {
        workplace = entered;
        forget();
        runNow.answered();
        runNow.running(false);
        runNow.setVisible(entered.mayEdit());
        load();
    }

    /** A run began, went on or ended. */
    void noticed(SyncRun run) {
        runNow.answered();
        if (status != null && run.running()) {
            show(status.with(run));
        } else {
            load();
        }
    }

    void load() {
        var asked = workplace;
        int load = ++loads;
        if (asked != null) {
            Background.run(
                    this,
                    () -> syncs.status(asked.api()),
                    answer -> {
                        if (load == loads) {
                            failure.hide();
                            show(answer);
                        }
                    },
                    failure::show);
        }
    }

    private void ask() {
        var asked = workplace;
        if (asked != null) {
            runNow.asked();
            Background.run(
                    this,
                    () -> syncs.now(asked.api()),
                    obstacle -> obstacle.ifPresent(unused -> refused()),
                    this::refused);
        }
    }

    private void refused() {
        runNow.answered();
        load();
    }

    private void refused(ApiException refusal) {
        runNow.answered();
        failure.show(refusal);
    }

    private void show(SyncStatus current) {
        status = current;
        runNow.running(current.running().isPresent());
        summary.setVisible(true);
        summary.show(current);
        progress.setVisible(current.running().isPresent());
        current.running().ifPresent(progress::show);
    }

    private void forget() {
        status = null;
        summary.setVisible(false);
        progress.setVisible(false);
    }

    /** Time passes also where nothing happens. */
    private void tick() {
        runNow.fit();
        if (status == null || status.overdue(formats.clock().instant())) {
            load();
        } else {
            show(status);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ticking = Background.every(this, TICK, this::tick);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        ticking.remove();
    }
}
