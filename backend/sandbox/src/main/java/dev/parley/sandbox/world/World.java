package dev.parley.sandbox.world;

import dev.parley.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The companies and people the sandbox knows. Two new worlds have the same ones, with different secrets; others may be added
 * while the sandbox runs.
 *
 * @param createdAtUnixSecs the past that the sandbox makes up ends here, so that it is the same at each start
 */
public record World(long createdAtUnixSecs, List<Client> clients, List<User> users, Keys keys) {

    public World {
        clients = new CopyOnWriteArrayList<>(clients);
        users = new CopyOnWriteArrayList<>(users);
    }

    /** As they are now. */
    @Override
    public List<Client> clients() {
        return List.copyOf(clients);
    }

    /** As they are now. */
    @Override
    public List<User> users() {
        return List.copyOf(users);
    }

    /** Companies and people that come later; ElevenLabs and Supabase Auth know them at once. */
    public void add(List<Client> companies, List<User> people) {
        clients.addAll(companies);
        users.addAll(people);
    }

    /** A new world with two companies, one Russian, one English, and five people who work there. */
    public static World demo() {
        return demo(Clock.systemUTC());
    }

    public static World demo(Clock clock) {
        return DemoWorld.create(clock.instant());
    }

    public static World read(Path file) {
        try {
            return Json.MAPPER.readValue(file.toFile(), World.class);
        } catch (IOException e) {
            // Without the cause: it quotes the file, which holds secrets.
            throw new IllegalStateException("Not a world: " + file);
        }
    }

    /** Only the owner of the process may read it. */
    public void write(Path file) {
        PrivateFile.write(file, Json.MAPPER.valueToTree(this));
    }

    /** The world of a folder; a new one is made and kept where there is none. */
    public static World in(Path home, Clock clock) {
        var file = home.resolve("world.json");
        if (Files.exists(file)) {
            return read(file);
        }
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var world = demo(clock);
        world.write(file);
        return world;
    }

    public Client client(UUID id) {
        return clients.stream()
                .filter(client -> client.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The first client that speaks a language. */
    public Client clientSpeaking(String language) {
        return clients.stream()
                .filter(client -> client.defaultLanguage().equals(language))
                .findFirst()
                .orElseThrow();
    }

    public Optional<Client> clientOfAgent(String agentId) {
        return clients.stream()
                .filter(client -> client.agent().id().equals(agentId))
                .findFirst();
    }

    public User user(String email) {
        return users.stream()
                .filter(user -> user.email().equalsIgnoreCase(email))
                .findFirst()
                .orElseThrow();
    }

    /** The person with a role in a client. */
    public User member(Client client, String role) {
        return users.stream()
                .filter(user -> user.memberships().contains(new Membership(client.id(), role)))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return "World[" + clients + "]";
    }
}
