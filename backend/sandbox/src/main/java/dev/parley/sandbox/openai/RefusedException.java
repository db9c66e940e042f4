package dev.parley.sandbox.openai;

import dev.parley.sandbox.http.Answer;
import java.io.Serial;

/** What was asked for cannot be. */
final class RefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    RefusedException(Answer answer) {
        super("refused");
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
