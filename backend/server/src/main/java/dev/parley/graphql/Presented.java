package dev.parley.graphql;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** A stream of elements as the values the API shows, one for one. */
record Presented<E>(Publisher<E> elements, StreamField<E> field, Operation operation) implements Publisher<Object> {

    @Override
    public void subscribe(Subscriber<? super Object> subscriber) {
        elements.subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                subscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(E element) {
                subscriber.onNext(field.present().apply(operation, element));
            }

            @Override
            public void onError(Throwable failure) {
                subscriber.onError(failure);
            }

            @Override
            public void onComplete() {
                subscriber.onComplete();
            }
        });
    }
}
