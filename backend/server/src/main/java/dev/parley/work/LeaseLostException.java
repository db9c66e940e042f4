package dev.parley.work;

/** The item was taken over, or put back at the end of this node; nothing of what was done here is stored. */
public final class LeaseLostException extends RuntimeException {

    LeaseLostException(WorkItem item) {
        super("The lease of item " + item.id() + " is lost");
    }
}
