package dev.parley.sync;

import dev.parley.conversations.Observed;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A conversation on its way from another thread. Lets go of it once it was taken: the watch over a request's time-out keeps
 * the thread that made it, with all that the thread refers to, until the time is over, long after the answer.
 */
final class ComingAnswer {

    private volatile @Nullable CompletableFuture<Optional<Observed>> answer = new CompletableFuture<>();

    /** For the thread that asks. */
    void give(Supplier<Optional<Observed>> request) {
        var open = answer;
        if (open == null) {
            return;
        }
        try {
            open.complete(request.get());
        } catch (RuntimeException | Error e) {
            open.completeExceptionally(e);
        }
    }

    /** Waits for it; once. */
    Optional<Observed> take() {
        var open = answer;
        if (open == null) {
            throw new IllegalStateException("Taken before");
        }
        try {
            return open.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            answer = null;
        }
    }
}
