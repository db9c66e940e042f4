package dev.parley.graphql.engine;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes things once for all who want the same at about the same time: the first one makes it, the others wait for it. */
final class Once<K, V> {

    private static final Duration AT_ABOUT_THE_SAME_TIME = Duration.ofSeconds(10);

    private final AsyncCache<K, V> recent;

    /** @param most weight that is kept */
    Once(long most, Weigher<K, V> weigher) {
        recent = Caffeine.newBuilder()
                .expireAfterWrite(AT_ABOUT_THE_SAME_TIME)
                .maximumWeight(most)
                .weigher(weigher)
                .buildAsync();
    }

    /**
     * @param make null when what came out is nobody else's business
     * @return null when it was not made, or not for others
     */
    @Nullable
    V get(K key, Supplier<@Nullable V> make) {
        var mine = new CompletableFuture<V>();
        var there = recent.get(key, (same, executor) -> mine);
        if (there != mine) {
            return there.join();
        }
        V made = null;
        try {
            made = make.get();
            return made;
        } finally {
            mine.complete(made); // with nothing when making failed: its maker says so
        }
    }
}
