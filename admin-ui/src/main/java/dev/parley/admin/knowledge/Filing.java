package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Puts documents away and brings them back. Nothing is asked first: everything can be undone. */
record Filing(Desk desk, Changing changing) {

    private static final Duration UNDO_WITHIN = Duration.ofSeconds(12);

    void archive(Collection<String> ids) {
        var all = List.copyOf(ids);
        changing.now(() -> desk.changes().archive(desk.api(), all), () -> offerUndo("knowledge.archived", all));
    }

    void delete(Collection<String> ids) {
        var all = List.copyOf(ids);
        changing.now(() -> desk.changes().delete(desk.api(), all), () -> offerUndo("knowledge.deletedNow", all));
    }

    void restore(Collection<String> ids) {
        var all = List.copyOf(ids);
        changing.now(
                () -> desk.changes().restore(desk.api(), all),
                () -> Notification.show(text("knowledge.restored", all.size())));
    }

    void tag(Collection<String> ids, String tag) {
        var all = List.copyOf(ids);
        changing.now(() -> desk.changes().tag(desk.api(), all, List.of(tag), List.of()));
    }

    private void offerUndo(String key, List<String> ids) {
        var notice = new Notification();
        notice.setDuration((int) UNDO_WITHIN.toMillis());
        var undo = new Button(text("knowledge.undo"), click -> {
            notice.close();
            restore(ids);
        });
        undo.addThemeVariants(ButtonVariant.SMALL);
        var line = new Div(new Span(text(key, ids.size())), undo);
        line.addClassName("undo");
        notice.add(line);
        UI.getCurrent().add(notice);
        notice.open();
    }
}
