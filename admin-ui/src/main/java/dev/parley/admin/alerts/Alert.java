package dev.parley.admin.alerts;

import static dev.parley.admin.language.Texts.textOr;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that is, or was, wrong. Kinds and codes may be newer than this panel. */
record Alert(String id, String kind, String code, Instant openedAt, @Nullable Instant closedAt) {

    boolean open() {
        return closedAt == null;
    }

    String title() {
        return textOr(kind, "alerts.kind." + kind);
    }

    String reason() {
        return textOr(code, "why." + code);
    }
}
