package dev.parley.graphql.engine;

import graphql.ExecutionResult;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A stream of one thing at most, all of it on the calling thread.
 *
 * @param only null: it ends at once
 */
record One<T>(@Nullable T only) implements Publisher<T> {

    @Override
    public void subscribe(Subscriber<? super T> subscriber) {
        subscriber.onSubscribe(new Subscription() {
            private boolean over;

            @Override
            public void request(long count) {
                if (!over) {
                    over = true;
                    if (only != null) {
                        subscriber.onNext(only);
                    }
                    subscriber.onComplete();
                }
            }

            @Override
            public void cancel() {
                over = true;
            }
        });
    }

    /** What such a stream streams; null when that is nothing. */
    static @Nullable ExecutionResult of(Publisher<ExecutionResult> stream) {
        var taker = new Taker();
        stream.subscribe(taker);
        if (taker.taken == null && !taker.complete) {
            throw new IllegalStateException("The event was not answered on its thread", taker.failure);
        }
        return taker.taken;
    }

    private static final class Taker implements Subscriber<ExecutionResult> {

        private @Nullable ExecutionResult taken;
        private @Nullable Throwable failure;
        private boolean complete;

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(1);
        }

        @Override
        public void onNext(ExecutionResult result) {
            taken = result;
        }

        @Override
        public void onError(Throwable thrown) {
            failure = thrown;
        }

        @Override
        public void onComplete() {
            complete = true;
        }
    }
}
