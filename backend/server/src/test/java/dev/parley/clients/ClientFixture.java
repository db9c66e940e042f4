package dev.parley.clients;

import dev.parley.testing.FeatureFixture;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.util.List;
import java.util.Map;

/** The client itself, which is there already. */
final class ClientFixture implements FeatureFixture {

    @Override
    public Rows make(Parley parley, OwnClient client) {
        return new Rows(
                Map.of("updateClient", "(version: 0, input: {})"),
                List.of(client.id().toString()));
    }
}
