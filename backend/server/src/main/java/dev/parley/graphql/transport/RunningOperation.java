package dev.parley.graphql.transport;

import dev.parley.graphql.Operation;
import dev.parley.graphql.engine.OperationTrace;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** An operation that runs. Asks for the next event when the last one has been handed to the writer. */
final class RunningOperation {

    private final Operation operation;
    private final OperationTrace trace;
    private @Nullable Subscription subscription;
    private boolean cancelled;

    RunningOperation(Operation operation, OperationTrace trace) {
        this.operation = operation;
        this.trace = trace;
    }

    OperationTrace trace() {
        return trace;
    }

    Operation operation() {
        return operation;
    }

    void follow(Publisher<Object> stream, Consumer<Object> onNext, Runnable onComplete, Consumer<Throwable> onError) {
        stream.subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription given) {
                if (begin(given)) {
                    given.request(1);
                } else {
                    given.cancel();
                }
            }

            @Override
            public void onNext(Object element) {
                onNext.accept(element);
                var current = subscription;
                if (current != null) {
                    current.request(1);
                }
            }

            @Override
            public void onError(Throwable failure) {
                operation.close();
                onError.accept(failure);
            }

            @Override
            public void onComplete() {
                operation.close();
                onComplete.run();
            }
        });
    }

    synchronized void cancel() {
        cancelled = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private synchronized boolean begin(Subscription given) {
        subscription = given;
        return !cancelled;
    }
}
