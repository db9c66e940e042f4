package dev.parley.leads;

import static org.awaitility.Awaitility.await;

import dev.parley.testing.FeatureFixture;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.util.List;
import java.util.Map;

/** A lead with contacts and evidence. */
final class LeadFixture implements FeatureFixture {

    @Override
    public Rows make(Parley parley, OwnClient client) {
        var call = client.call()
                .agent("Who is calling?")
                .user("Ann Example, ann@example.com.")
                .collected("name", "Ann Example");
        client.tell(call);
        await().until(() -> parley.leadOf(call.id()) != null);
        var lead = parley.leadOf(call.id());
        return new Rows(
                Map.of(
                        "lead", "(id: \"%s\")".formatted(lead),
                        // Nothing to change and an old version: who may do it gets the problem, nothing changes.
                        "updateLead", "(id: \"%s\", version: 0, input: {})".formatted(lead),
                        "leadEvents", "(after: \"0\")"),
                List.of(lead));
    }
}
