package dev.parley.clients.graphql;

import dev.parley.clients.ClientSettings;
import dev.parley.clients.ClientSettings.Current;
import dev.parley.graphql.BatchedField;
import dev.parley.graphql.SchemaPart;
import dev.parley.graphql.Sdl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The settings of the client that a request works in; those of others are not to be seen from there. */
@ApplicationScoped
public class ClientParts implements SchemaPart {

    private final ClientSettings settings;

    @Inject
    public ClientParts(ClientSettings settings) {
        this.settings = settings;
    }

    @Override
    public String sdl() {
        return Sdl.resource(ClientParts.class, "clients.graphqls");
    }

    @Override
    public List<BatchedField<?, ?, ?>> batchedFields() {
        return List.of(
                setting("phoneRegion", Current::phoneRegion),
                setting("chunkCharacters", Current::chunkCharacters),
                setting("chunkOverlap", Current::chunkOverlap),
                setting("version", current -> Math.toIntExact(current.version())));
    }

    private <T> BatchedField<ClientType, UUID, T> setting(String field, Function<Current, @Nullable T> value) {
        return new BatchedField<>("Client", field, ClientType::settingsOf, (transaction, ids) -> {
            var found = new HashMap<UUID, T>();
            var current = value.apply(settings.find(transaction));
            if (current != null) {
                ids.forEach(id -> found.put(id, current));
            }
            return found;
        });
    }
}
