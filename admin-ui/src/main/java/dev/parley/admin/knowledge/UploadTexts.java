package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;

/** What an upload says, in the reader's language. */
final class UploadTexts extends UploadI18N {

    private static final long serialVersionUID = 1L;

    UploadTexts() {
        setDropFiles(new DropFiles().setOne(text("knowledge.upload.drop")).setMany(text("knowledge.upload.drop")));
        setAddFiles(new AddFiles().setOne(text("knowledge.upload")).setMany(text("knowledge.upload")));
        setError(new Error()
                .setTooManyFiles(text("knowledge.upload.failed"))
                .setFileIsTooBig(text("failure.TOO_LARGE"))
                .setIncorrectFileType(text("knowledge.upload.failed")));
        setFile(new File()
                .setRetry(text("action.retry"))
                .setStart(text("knowledge.upload.start"))
                .setRemove(text("action.cancel")));
        setUploading(new Uploading()
                .setStatus(new Uploading.Status()
                        .setConnecting(text("knowledge.upload.connecting"))
                        .setStalled(text("knowledge.upload.stalled"))
                        .setProcessing(text("knowledge.upload.processing"))
                        .setHeld(text("knowledge.upload.held")))
                .setRemainingTime(new Uploading.RemainingTime()
                        .setPrefix(text("knowledge.upload.left"))
                        .setUnknown(text("knowledge.upload.left.unknown")))
                .setError(new Uploading.Error()
                        .setServerUnavailable(text("failure.UNREACHABLE"))
                        .setUnexpectedServerError(text("knowledge.upload.failed"))
                        .setForbidden(text("failure.FORBIDDEN"))));
        setUnits(List.of(text("knowledge.upload.units").split(" ")));
    }
}
