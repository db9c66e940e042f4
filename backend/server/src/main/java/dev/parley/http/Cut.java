package dev.parley.http;

/** Lets another thread end what this one is reading, and nothing that it does afterwards. */
final class Cut {

    private final Thread reader = Thread.currentThread();
    private boolean over;
    private boolean made;

    /** An interrupted read closes the connection. */
    synchronized void make() {
        if (!over) {
            made = true;
            reader.interrupt();
        }
    }

    synchronized boolean isMade() {
        return made;
    }

    /** Nothing is being read any more. For the reader to say. */
    synchronized void tooLate() {
        over = true;
        if (made) {
            Thread.interrupted(); // it was meant for the reading
        }
    }
}
