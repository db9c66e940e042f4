package dev.parley.benchmark;

import dev.parley.sandbox.elevenlabs.Asked;
import dev.parley.sandbox.elevenlabs.Requests;
import org.jspecify.annotations.Nullable;

/** Counts what the sandbox was asked. Its log keeps the newest ten thousand only, so it is looked at again and again. */
final class DetailRequests {

    private static final String DETAIL = "/v1/convai/conversations/[^/]+";

    private final Requests log;
    private @Nullable Asked lastSeen;
    private int details;
    private int others;

    DetailRequests(Requests log) {
        this.log = log;
    }

    /** @throws IllegalStateException when the log has moved on too far since the last look */
    void look() {
        var all = log.all();
        int from = 0;
        if (lastSeen != null) {
            var last = lastSeen;
            while (from < all.size() && all.get(from) != last) { // the very same one, not an equal one
                from++;
            }
            if (from == all.size()) {
                throw new IllegalStateException(
                        "Requests were missed: the sandbox forgets faster than they are counted");
            }
            from++;
        }
        for (var asked : all.subList(from, all.size())) {
            if (asked.path().matches(DETAIL)) {
                details++;
            } else {
                others++;
            }
        }
        if (!all.isEmpty()) {
            lastSeen = all.getLast();
        }
    }

    int details() {
        return details;
    }

    int others() {
        return others;
    }
}
