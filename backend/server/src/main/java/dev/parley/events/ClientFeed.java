package dev.parley.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The newest events of one client, shared by all its subscribers on this node. Who is further behind reads the database.
 * One thread adds; readers take no lock, however many they are.
 */
final class ClientFeed {

    private static final int KEPT = 1_000;

    /**
     * What is in memory.
     *
     * @param floor events up to this one are not
     * @param head the newest event known
     */
    private record Recent(long floor, long head, List<Event> events) {

        Recent with(List<Event> news) {
            var all = new ArrayList<Event>(events.size() + news.size());
            all.addAll(events);
            all.addAll(news);
            int dropped = Math.max(0, all.size() - KEPT);
            return new Recent(
                    dropped == 0 ? floor : all.get(dropped - 1).id(),
                    news.getLast().id(),
                    List.copyOf(all.subList(dropped, all.size())));
        }

        List<Event> after(long position) {
            int from = 0;
            for (int to = events.size(); from < to; ) {
                int middle = (from + to) >>> 1;
                if (events.get(middle).id() > position) {
                    to = middle;
                } else {
                    from = middle + 1;
                }
            }
            return events.subList(from, events.size());
        }
    }

    private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
    private volatile Recent recent;
    private int subscribers;

    ClientFeed(long head) {
        recent = new Recent(head, head, List.of());
    }

    long head() {
        return recent.head();
    }

    /** @param news in order, one at least */
    void add(List<Event> news) {
        recent = recent.with(news);
        waiting.forEach(LockSupport::unpark);
    }

    /** Events after a position, or null when they are no longer in memory. */
    @Nullable
    List<Event> inMemoryAfter(long position) {
        var now = recent;
        return position < now.floor() ? null : now.after(position);
    }

    /** From here on the thread is woken when there is news. */
    void wake(Thread thread) {
        waiting.add(thread);
    }

    void wakeNoMore(Thread thread) {
        waiting.remove(thread);
    }

    /** @return how many subscribers there are now */
    int joined() {
        return ++subscribers;
    }

    int left() {
        return --subscribers;
    }
}
