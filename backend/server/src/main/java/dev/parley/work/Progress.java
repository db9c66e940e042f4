package dev.parley.work;

/** Says how far an item is; stored at once, for whoever asks. */
@FunctionalInterface
public interface Progress {

    /**
     * @param done 0 to total
     * @param total may still change
     * @throws LeaseLostException when the item is somebody else's by now; let it end the work
     */
    void report(int done, int total);
}
