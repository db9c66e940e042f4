package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.parley.admin.graphql.ApiException;
import dev.parley.admin.graphql.FileUpload;
import dev.parley.admin.loading.Background;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where files are dropped. Each goes on to the API while it comes in, and is never held here. */
final class Uploads extends Div {

    private final Upload upload = new Upload(this::received);
    private volatile @Nullable Desk desk;

    Uploads() {
        addClassName("uploads");
        var choose = new Button(text("knowledge.upload"), VaadinIcon.UPLOAD.create());
        choose.addThemeVariants(ButtonVariant.SMALL);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(text("knowledge.upload.drop")));
        upload.setDropLabelIcon(new Span());
        upload.setI18n(new UploadTexts());
        // What is done shows in the list of documents; what failed stays here.
        upload.addAllFinishedListener(
                event -> upload.getElement().executeJs("this.files = this.files.filter(file => file.error)"));
        add(upload);
        setVisible(false);
    }

    void use(Desk here) {
        desk = here;
        setVisible(here.mayEdit());
        upload.clearFileList();
    }

    /** Not on the page's thread. */
    private void received(UploadEvent event) throws IOException {
        var here = desk;
        if (here == null || !here.mayEdit()) {
            event.reject(text("failure.FORBIDDEN"));
            return;
        }
        var coming = new BrowserStream(event.getInputStream());
        try {
            var outcome = here.changes()
                    .upload(here.api(), new FileUpload(event.getFileName(), event.getFileSize(), () -> coming));
            if (!outcome.problems().isEmpty()) {
                refuse(event, () -> DocumentProblem.messages(outcome.problems()));
            }
        } catch (ApiException e) {
            if (coming.isBroken()) {
                throw new IOException("The browser stopped sending", e);
            }
            refuse(event, () -> text(e.problem()));
        }
    }

    private void refuse(UploadEvent event, Supplier<String> why) {
        event.reject();
        Background.show(
                event.getUI(),
                this,
                () -> Notification.show(text("knowledge.upload.refused", event.getFileName(), why.get())));
    }
}
