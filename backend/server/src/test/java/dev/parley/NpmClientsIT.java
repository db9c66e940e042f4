package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.NodePackages;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The clients people really use, from npm: auth-js logs in, graphql-ws and graphql-sse subscribe, Apollo does it
 * all. What they do is in src/test/node. */
class NpmClientsIT {

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final OwnClient other = OwnClient.russian(parley);

    @Test
    void logInPageSubscribeAndResume() throws Exception {
        runTests("clients.test.mjs");
    }

    @Test
    void graphqlOverHttpIsAsSpecified() throws Exception {
        runTests("audits.test.mjs");
    }

    @Test
    void apolloClientAndServerSentEvents() throws Exception {
        runTests("apollo.test.mjs");
        runTests("persisted.test.mjs");
        runTests("sse.test.mjs");
    }

    private void runTests(String file) throws Exception {
        var owner = client.member("owner");
        var stranger = other.member("owner");
        run(
                Map.of(
                        "GRAPHQL_URL", parley.graphql().toString(),
                        "GRAPHQL_WS_URL", parley.graphqlSocket().toString(),
                        "AUTH_URL", parley.sandbox().authUrl().toString(),
                        "ANON_KEY", parley.world().keys().publishable(),
                        "SANDBOX_URL", parley.sandbox().url().toString(),
                        "AGENT_ID", client.client().agent().id(),
                        "EMAIL", owner.email(),
                        "PASSWORD", owner.password(),
                        "OTHER_EMAIL", stranger.email(),
                        "OTHER_PASSWORD", stranger.password()),
                "node",
                "--test",
                file);
    }

    private static void run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .directory(NodePackages.folder().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }
}
