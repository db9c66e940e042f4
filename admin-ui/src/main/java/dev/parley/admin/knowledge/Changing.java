package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import dev.parley.admin.loading.Background;
import java.util.function.Supplier;

/**
 * Changes with one click. What came of it is said in a corner of the page, whichever page that is then.
 *
 * @param changed called when something may be other than before
 */
record Changing(Runnable changed) {

    void now(Supplier<DocumentChanges.Outcome> change) {
        now(change, () -> {});
    }

    /** @param done only when nothing stood in the way */
    void now(Supplier<DocumentChanges.Outcome> change, Runnable done) {
        Background.run(
                UI.getCurrent(),
                change,
                outcome -> {
                    changed.run();
                    if (outcome.problems().isEmpty()) {
                        done.run();
                    } else {
                        Notification.show(DocumentProblem.messages(outcome.problems()));
                    }
                },
                refusal -> Notification.show(text(refusal.problem())));
    }
}
