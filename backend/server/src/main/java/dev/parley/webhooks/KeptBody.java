package dev.parley.webhooks;

import dev.parley.elevenlabs.WebhookHead;
import dev.parley.elevenlabs.WebhookSignature;
import dev.parley.http.Bodies;
import java.util.Arrays;
import java.util.OptionalLong;

/** A body on its way in: hashed as it comes, kept as long as it is short enough to be stored. */
final class KeptBody implements Bodies.Sink {

    private static final int FIRST_BYTES = 8 << 10;

    private final BodyMemory.Share memory;
    private final WebhookSignature signature;
    private final int most;
    private final int expected;
    private byte[] bytes = {};
    private int size;
    private boolean isTooLong;
    private boolean isAudio;

    /**
     * @param most bytes that are kept; of a longer body none is
     * @param announced bytes it is going to have, when its sender said so
     */
    KeptBody(BodyMemory.Share memory, WebhookSignature signature, int most, OptionalLong announced) {
        this.memory = memory;
        this.signature = signature;
        this.most = most;
        this.expected = (int) Math.min(most, announced.orElse(most));
    }

    @Override
    public void begin(Runnable cutOff) {
        memory.reading(cutOff);
    }

    @Override
    public void take(byte[] buffer, int count) {
        signature.update(buffer, 0, count);
        if (isTooLong) {
            return;
        }
        if (size + count > most) {
            forget();
            return;
        }
        grow(size + count);
        System.arraycopy(buffer, 0, bytes, size, count);
        size += count;
    }

    /** To be called after the last byte. */
    WebhookSignature.Result signature() {
        return signature.result();
    }

    boolean isTooLong() {
        return isTooLong;
    }

    /** Of one that is too long: whether it begins as recordings do. */
    boolean isAudio() {
        return isAudio;
    }

    byte[] bytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    private void grow(int wanted) {
        if (wanted > bytes.length) {
            int usual = Math.min(expected, Math.max(FIRST_BYTES, 2 * bytes.length));
            int capacity = Math.max(wanted, usual);
            memory.take(capacity - bytes.length);
            bytes = Arrays.copyOf(bytes, capacity);
        }
    }

    private void forget() {
        isTooLong = true;
        isAudio = WebhookHead.typeOf(bytes, size).filter(WebhookHead::isAudio).isPresent();
        memory.give(bytes.length);
        bytes = new byte[0];
        size = 0;
    }
}
