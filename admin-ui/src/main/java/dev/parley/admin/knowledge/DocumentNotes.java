package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;
import static dev.parley.admin.language.Texts.textOr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one should know before reading a document. */
final class DocumentNotes {

    private DocumentNotes() {}

    static List<Component> of(DocumentDetails document, Desk desk, Runnable retry) {
        var notes = new ArrayList<Component>();
        if (document.deletedAt() != null) {
            notes.add(note("info", text("knowledge.deleted", desk.formats().fullTime(document.deletedAt()))));
        }
        if (document.status() == DocumentStatus.PROCESSING) {
            notes.add(note("info", progress(document.progress())));
        }
        if (document.status() == DocumentStatus.FAILED) {
            var failed = note("wrong", failure(document.failure()), text("knowledge.stays"));
            if (desk.mayEdit()) {
                var again = new Button(text("action.retry"), click -> retry.run());
                again.addThemeVariants(ButtonVariant.SMALL);
                failed.add(again);
            }
            notes.add(failed);
        }
        if (document.duplicateOf() != null) {
            var other = new Anchor(
                    desk.link(document.duplicateOf().id(), QueryParameters.empty()),
                    document.duplicateOf().title());
            var same = note("info", text("knowledge.duplicate"));
            same.add(other);
            notes.add(same);
        }
        if (isPast(document.reviewBy(), desk)) {
            notes.add(note("warn", text("knowledge.reviewPassed", desk.formats().date(document.reviewBy()))));
        }
        return notes;
    }

    private static boolean isPast(@Nullable Instant time, Desk desk) {
        return time != null && !time.isAfter(desk.formats().clock().instant());
    }

    static String progress(DocumentRow.@Nullable Progress progress) {
        return progress == null
                ? text("knowledge.progress.waits")
                : text("knowledge.progress", progress.done(), progress.total());
    }

    /** @param code of the reason */
    static String failure(@Nullable String code) {
        return textOr(text("knowledge.failure.UNEXPECTED"), "knowledge.failure." + code);
    }

    private static Div note(String kind, String... words) {
        var note = new Div();
        note.addClassNames("note", "note-" + kind);
        for (var word : words) {
            note.add(new Span(word));
        }
        return note;
    }
}
