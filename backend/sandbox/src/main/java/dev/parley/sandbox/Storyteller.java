package dev.parley.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.elevenlabs.Calls;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.scripts.Script;
import dev.parley.sandbox.scripts.Scripts;
import dev.parley.sandbox.world.Client;
import dev.parley.sandbox.world.World;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes people call. The past is the same at every start, so that a receiver that has it already sees nothing new; the
 * present goes on with other people.
 */
final class Storyteller {

    private static final Duration BETWEEN_PAST_CALLS = Duration.ofMinutes(97);
    private static final int STRIDE = 7;

    private final World world;
    private final Calls calls;
    private final Clock clock;

    Storyteller(World world, Calls calls, Clock clock) {
        this.world = world;
        this.calls = calls;
        this.clock = clock;
    }

    /** So many conversations before the world was made, oldest first; waits for the receiver. */
    void past(int conversations) {
        for (int n = 0; n < conversations && !Thread.currentThread().isInterrupted(); n++) {
            var ago = BETWEEN_PAST_CALLS.multipliedBy(conversations - n);
            calls.playPatiently(conversation(
                    n, Instant.ofEpochSecond(world.createdAtUnixSecs()).minus(ago)));
        }
    }

    /** One conversation after another, for each client in turn, until interrupted. */
    void present(Duration every) {
        try {
            for (long n = clock.millis(); ; n++) {
                Thread.sleep(every);
                calls.play(conversation(n, clock.instant()), true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param end when it is over, so that it may be heard of then */
    private ObjectNode conversation(long n, Instant end) {
        var client = world.clients()
                .get((int) Math.floorMod(n, (long) world.clients().size()));
        var script = script(client, n).variation(n);
        return script.toConversation(id(client, n), client.agent(), end.minusSeconds(script.durationSeconds()));
    }

    private Script script(Client client, long n) {
        var scripts = Scripts.in(client.defaultLanguage());
        return scripts.get((int) Math.floorMod(n / world.clients().size() * STRIDE, (long) scripts.size()));
    }

    private String id(Client client, long n) {
        var name = world.createdAtUnixSecs() + " " + client.id() + " " + n;
        var hash = UUID.nameUUIDFromBytes(Json.bytes(name)).toString().replace("-", "");
        return "conv_" + new BigInteger(hash, 16).toString(36);
    }
}
