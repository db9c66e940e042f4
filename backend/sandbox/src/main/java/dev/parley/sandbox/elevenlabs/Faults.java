package dev.parley.sandbox.elevenlabs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What goes wrong on purpose. Of several faults that concern a path the oldest happens. */
public final class Faults {

    private final List<Fault> faults = new ArrayList<>();

    /** Takes its place behind those that are there. */
    public synchronized void add(Fault fault) {
        faults.add(fault);
    }

    public synchronized void clear() {
        faults.clear();
    }

    /** Those that will still happen. */
    public synchronized List<Fault> waiting() {
        return List.copyOf(faults);
    }

    /** The one that happens to a request; counted as happened. */
    public synchronized Optional<Fault> next(String path) {
        for (int i = 0; i < faults.size(); i++) {
            var fault = faults.get(i);
            if (fault.path().matcher(path).find()) {
                if (fault.count() == 1) {
                    faults.remove(i);
                } else if (fault.count() != Fault.ALWAYS) {
                    faults.set(i, fault.times(fault.count() - 1));
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
