package dev.parley.sandbox.supabase;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.world.PrivateFile;
import dev.parley.sandbox.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The people of the world, and those who were invited since. */
final class Accounts {

    private final World world;
    private final List<Account> invited = new ArrayList<>();
    private final @Nullable Path file;
    private final Clock clock;

    /** @param file where invited people are kept; null to forget them */
    Accounts(World world, @Nullable Path file, Clock clock) {
        this.world = world;
        this.file = file;
        this.clock = clock;
        if (file != null && Files.exists(file)) {
            invited.addAll(Json.MAPPER.convertValue(PrivateFile.read(file), new TypeReference<List<Account>>() {}));
        }
    }

    synchronized Optional<Account> byEmail(String email) {
        return stream()
                .filter(account -> account.email().equalsIgnoreCase(email))
                .findFirst();
    }

    synchronized Optional<Account> byId(UUID id) {
        return stream().filter(account -> account.id().equals(id)).findFirst();
    }

    synchronized List<Account> all() {
        return stream().toList();
    }

    /** @throws RefusalException when the address is taken */
    synchronized Account invite(String email) {
        if (byEmail(email).isPresent()) {
            throw new RefusalException(
                    422, "email_exists", "A user with this email address has already been registered");
        }
        var account =
                new Account(UUID.randomUUID(), email, null, clock.instant().getEpochSecond(), true);
        invited.add(account);
        if (file != null) {
            PrivateFile.write(file, Json.MAPPER.valueToTree(invited));
        }
        return account;
    }

    private Stream<Account> stream() {
        var people = world.users().stream()
                .map(user -> new Account(user.id(), user.email(), user.password(), world.createdAtUnixSecs(), false));
        return Stream.concat(people, invited.stream());
    }
}
