package dev.parley.graphql.engine;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.graphql.BatchedField;
import dev.parley.graphql.SchemaPart;
import dev.parley.graphql.Sdl;
import dev.parley.graphql.StreamField;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A feature that only tests have, with what no real one has yet: an interface, a union, arguments and rights below the root. */
@ApplicationScoped
public class LibraryPart implements SchemaPart {

    /** All of it is made up. */
    public record Library() {

        public List<Object> getMixed() {
            return List.of(new Book(1), new Film(2), new Book(3), new Film(4), new Rare(5));
        }

        public List<@Nullable Object> getHoles() {
            return Arrays.asList(new Film(2), null, new Book(4));
        }

        public List<Object> getThings() {
            return List.of(new Leaflet("one"), new Film(2), new Book(3), new Leaflet("two"));
        }

        public Object getBest() {
            return new Film(1);
        }

        public Object getAnything() {
            return new Leaflet("any");
        }

        public Object getStranger() {
            return "none of them";
        }

        public List<Object> getStrangers() {
            return List.of(new Leaflet("a"), 7);
        }

        public Object getStrictStranger() {
            return 8;
        }
    }

    /** A page. */
    public record Items(String asked, List<Object> nodes) {}

    /** What books and films have. */
    public interface Item {
        int number();
    }

    /** A book. */
    public static class Book implements Item {
        private final int number;

        public Book(int number) {
            this.number = number;
        }

        @Override
        public int number() {
            return number;
        }

        public String getId() {
            return "book-" + number;
        }

        public @Nullable String getTitle() {
            return number == 3 ? null : "Book " + number;
        }

        public int getPages() {
            return number * 100;
        }

        public String getBrokenBook() {
            throw new IllegalStateException("broken");
        }
    }

    /** A book of a class of its own. */
    public static final class Rare extends Book {
        public Rare(int number) {
            super(number);
        }
    }

    /** A film. */
    public record Film(int number) implements Item {

        public String getId() {
            return "film-" + number;
        }

        public String getTitle() {
            return "Film " + number;
        }

        public int getMinutes() {
            return number * 10;
        }

        public @Nullable String getMissing() {
            return number == 2 ? null : "there";
        }
    }

    /** Neither. */
    public record Leaflet(String text) {

        public String getBroken() {
            throw new IllegalStateException("broken");
        }
    }

    /** Who made an item. */
    public record Maker(String name) {}

    private final Queue<String> loads = new ConcurrentLinkedQueue<>();

    /** What was loaded so far, field by field, with arguments and keys. */
    public List<String> loads() {
        return List.copyOf(loads);
    }

    @Override
    public String sdl() {
        return Sdl.resource(LibraryPart.class, "library.graphqls");
    }

    @Override
    public Map<String, Class<?>> types() {
        return Map.of(
                "Library", Library.class,
                "ItemConnection", Items.class,
                "Book", Book.class,
                "Film", Film.class,
                "Leaflet", Leaflet.class,
                "Maker", Maker.class);
    }

    @Override
    public List<BatchedField<?, ?, ?>> batchedFields() {
        return List.of(
                new BatchedField<Object, String, Library>(
                        "Client",
                        "library",
                        client -> "library",
                        (transaction, keys) -> Map.of("library", new Library())),
                new BatchedField<Library, Library, Items>("Library", "items", library -> library, this::items),
                ofItem("Item", "cover", this::cover),
                ofItem("Item", "similar", (number, arguments) -> IntStream.rangeClosed(1, (int) arguments.get("first"))
                        .<Object>mapToObj(next -> next % 2 == 0 ? new Film(number + next) : new Book(number + next))
                        .toList()),
                new BatchedField<Item, Integer, Maker>("Item", "maker", Item::number, (transaction, keys) -> {
                    loads.add("maker " + keys);
                    return keys.stream().collect(Collectors.toMap(key -> key, key -> new Maker("Maker " + key)));
                }),
                ofItem("Film", "cast", (number, arguments) -> List.of(number + " " + new TreeMap<>(arguments))),
                ofItem("Book", "price", (number, arguments) -> "price of " + number),
                ofItem("Book", "strictPrice", (number, arguments) -> "price of " + number),
                ofItem("Book", "forPeople", (number, arguments) -> "for people"));
    }

    @Override
    public List<StreamField<?, ?>> streams() {
        return List.of(stream("libraryEvents"), stream("openLibraryEvents"));
    }

    private static StreamField<Integer, Book> stream(String name) {
        return new StreamField<>(name, environment -> new One<>(1), (operation, number) -> new Book(number));
    }

    private Map<Library, Items> items(
            Transaction transaction, Set<Library> keys, Map<String, @Nullable Object> arguments) {
        loads.add("items");
        var nodes = new ArrayList<Object>();
        for (int i = 1; i <= (int) arguments.get("first"); i++) {
            nodes.add("FILM".equals(arguments.get("kind")) ? new Film(i) : new Book(i));
        }
        var items = new Items(new TreeMap<>(arguments).toString(), nodes);
        return keys.stream().collect(Collectors.toMap(Function.identity(), key -> items));
    }

    private String cover(int number, Map<String, @Nullable Object> arguments) {
        if ((int) arguments.get("size") > 9) {
            throw new ParleyException(ErrorCode.BAD_USER_INPUT, "\"size\" is between 1 and 9");
        }
        return "cover of " + number + " " + new TreeMap<>(arguments);
    }

    private interface OfOne<V> {
        V of(int number, Map<String, @Nullable Object> arguments);
    }

    private <V> BatchedField<Item, Integer, V> ofItem(String type, String field, OfOne<V> value) {
        return new BatchedField<>(type, field, Item::number, (transaction, keys, arguments) -> {
            loads.add(field + " " + new TreeMap<>(arguments) + " " + keys);
            return keys.stream().collect(Collectors.toMap(key -> key, key -> value.of(key, arguments)));
        });
    }
}
