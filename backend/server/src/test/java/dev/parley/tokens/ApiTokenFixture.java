package dev.parley.tokens;

import dev.parley.testing.ApiTokenMaker;
import dev.parley.testing.FeatureFixture;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.util.List;
import java.util.Map;

/** An API token. */
final class ApiTokenFixture implements FeatureFixture {

    @Override
    public Rows make(Parley parley, OwnClient client) {
        var token = ApiTokenMaker.make(client, "viewer").id().toString();
        return new Rows(
                Map.of(
                        "apiToken", "(id: \"%s\")".formatted(token),
                        // Nothing is made: who may do it gets the problem.
                        "createApiToken", "(input: {name: \"\"})",
                        "revokeApiToken", "(id: \"none\")"),
                List.of(token));
    }
}
