package dev.parley.chaos;

import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.world.Client;
import dev.parley.testing.Api;
import dev.parley.testing.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** A server that is killed and comes back, each time at another address. */
public final class Node implements AutoCloseable {

    private final Map<String, String> settings;
    private final Sandbox sandbox;
    private volatile ServerProcess process;

    public Node(Map<String, String> settings, Sandbox sandbox) throws IOException {
        this.settings = settings;
        this.sandbox = sandbox;
        this.process = ServerProcess.start(settings).awaitReady();
    }

    public void kill() throws InterruptedException {
        process.kill();
    }

    public void restart() throws IOException {
        process = ServerProcess.start(settings).awaitReady();
    }

    public URI url() {
        return process.url();
    }

    public URI socket() {
        return URI.create("ws://127.0.0.1:" + url().getPort() + "/graphql");
    }

    public String token(Client client) {
        return sandbox.tokens().of(sandbox.world().member(client, "owner"));
    }

    public Api api(Client client) {
        return new Api(url().resolve("/graphql"), token(client), null);
    }

    public Api nobody() {
        return new Api(url().resolve("/graphql"), null, null);
    }

    public String log() {
        return process.log();
    }

    @Override
    public void close() {
        process.close();
    }
}
