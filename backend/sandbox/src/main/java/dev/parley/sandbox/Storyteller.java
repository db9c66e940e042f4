package dev.parley.sandbox;

import dev.parley.sandbox.elevenlabs.Calls;
import dev.parley.sandbox.elevenlabs.Row;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.scripts.Script;
import dev.parley.sandbox.scripts.Scripts;
import dev.parley.sandbox.world.Client;
import dev.parley.sandbox.world.World;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Makes people call. The past is the same at every start, so that a receiver that has it already sees nothing new; the
 * present goes on with other people. A conversation is kept as a script and a number, and written when asked for.
 */
final class Storyteller {

    private static final Duration BETWEEN_PAST_CALLS = Duration.ofMinutes(97);
    private static final int STRIDE = 11;

    private final World world;
    private final Calls calls;
    private final Clock clock;
    private final Map<Script, Row> rows = Collections.synchronizedMap(new IdentityHashMap<>());

    Storyteller(World world, Calls calls, Clock clock) {
        this.world = world;
        this.calls = calls;
        this.clock = clock;
    }

    /** Puts so many conversations before the world was made on record. */
    void remember(int conversations) {
        for (int n = 0; n < conversations; n++) {
            remember(n, pastEnd(n, conversations));
        }
    }

    /** Tells of those on record, oldest first; waits for the receiver. */
    void past(int conversations) {
        for (int n = 0; n < conversations && !Thread.currentThread().isInterrupted(); n++) {
            calls.tellPatiently(client(n), id(n));
        }
    }

    /** One conversation after another, for each client in turn, until interrupted. */
    void present(Duration every) {
        try {
            for (long n = clock.millis(); ; n++) {
                Thread.sleep(every);
                remember(n, clock.instant());
                calls.tell(client(n), id(n));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param end when it is over, so that it may be heard of then */
    private void remember(long n, Instant end) {
        var client = client(n);
        var id = id(n);
        var script = script(n);
        var start = end.minusSeconds(script.durationSeconds());
        calls.remember(
                client,
                row(script, client).of(id, start.getEpochSecond()),
                () -> script.variation(n).toConversation(id, client.agent(), start),
                end.getEpochSecond());
    }

    private Instant pastEnd(int n, int conversations) {
        return Instant.ofEpochSecond(world.createdAtUnixSecs())
                .minus(BETWEEN_PAST_CALLS.multipliedBy(conversations - n));
    }

    /** The same for all who hold the conversation: names and numbers do not stand in the list. */
    private Row row(Script script, Client client) {
        return rows.computeIfAbsent(script, known -> Row.of(known.toConversation("", client.agent(), Instant.EPOCH)));
    }

    private Client client(long n) {
        return world.clients().get((int) Math.floorMod(n, (long) world.clients().size()));
    }

    private Script script(long n) {
        var scripts = Scripts.in(client(n).defaultLanguage());
        // A stride that divides the number of scripts would leave most of them out.
        var stride = scripts.size() % STRIDE == 0 ? STRIDE + 2 : STRIDE;
        return scripts.get((int) Math.floorMod(n / world.clients().size() * stride, (long) scripts.size()));
    }

    private String id(long n) {
        var name = world.createdAtUnixSecs() + " " + client(n).id() + " " + n;
        var hash = UUID.nameUUIDFromBytes(Json.bytes(name)).toString().replace("-", "");
        return "conv_" + new BigInteger(hash, 16).toString(36);
    }
}
