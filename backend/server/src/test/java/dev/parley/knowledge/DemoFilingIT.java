package dev.parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.sandbox.documents.DemoDocuments;
import dev.parley.sandbox.documents.Filing;
import dev.parley.sandbox.world.World;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo's documents are put in as the demo puts them in. */
class DemoFilingIT {

    private final Parley parley = Parley.shared();
    private final OwnClient client = OwnClient.russian(parley);

    @Test
    void allAreFiledAndFoundOnceHoweverOftenItIsDone() {
        var world = new World(
                parley.world().createdAtUnixSecs(),
                List.of(client.client()),
                List.of(client.member("owner")),
                parley.world().keys());
        var filing = new Filing(world, parley.sandbox().url(), parley.graphql());

        filing.fileAll();
        filing.fileAll();

        var count = DemoDocuments.in("ru").size();
        assertThat(count("{ documents(first: 1) { totalCount } }")).isEqualTo(count);
        await().until(() -> count("{ documents(status: READY, first: 1) { totalCount } }") == count);
        assertThat(client.api()
                        .data("{ documents(search: \"Гарантия\") { nodes { versionNumber liveVersionNumber } } }")
                        .at("/documents/nodes/0")
                        .toString())
                .isEqualTo("{\"versionNumber\":2,\"liveVersionNumber\":2}");
    }

    private int count(String query) {
        return client.api().data(query).at("/documents/totalCount").asInt();
    }
}
