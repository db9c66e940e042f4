package dev.parley.elevenlabs;

import java.util.Set;

/** The statuses that this library knows; the API may have more, so statuses are texts. */
public final class ConversationStatus {

    public static final String INITIATED = "initiated";
    public static final String IN_PROGRESS = "in-progress";
    /** The call is over, its analysis is not. */
    public static final String PROCESSING = "processing";

    public static final String DONE = "done";
    public static final String FAILED = "failed";

    private static final Set<String> FINISHED = Set.of(DONE, FAILED);

    private ConversationStatus() {}

    static boolean isFinished(String status) {
        return FINISHED.contains(status);
    }
}
