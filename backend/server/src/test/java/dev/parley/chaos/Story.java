package dev.parley.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.scripts.Scripts;
import dev.parley.sandbox.world.Client;
import dev.parley.sandbox.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * What happens at ElevenLabs, in order: the same for the same seed. Conversations that we are told of and others that we
 * are not, calls that go on for a while, and summaries that are edited later.
 */
public final class Story {

    private static final int LATEST_SEQUEL = 40;

    /**
     * A conversation as it stands from then on.
     *
     * @param told whether a webhook is sent
     */
    public record Step(Client client, ObjectNode detail, boolean told) {}

    private final TreeMap<Double, Step> steps = new TreeMap<>();
    private final Random random;
    private final World world;
    private final Instant begins;

    public Story(World world, long seed, int conversations, Instant begins) {
        this.world = world;
        this.random = new Random(seed);
        this.begins = begins;
        for (int n = 0; n < conversations; n++) {
            tell(n, seed);
        }
    }

    public List<Step> steps() {
        return List.copyOf(new ArrayList<>(steps.values()));
    }

    private void tell(int n, long seed) {
        var client = world.clients().get(n % world.clients().size());
        var scripts = Scripts.in(client.defaultLanguage());
        var detail = scripts.get(random.nextInt(scripts.size()))
                .variation(random.nextInt(100_000))
                .toConversation("conv_%d_%d".formatted(seed, n), client.agent(), begins.plusSeconds(n));
        boolean told = random.nextBoolean();
        double later = n + random.nextInt(1, LATEST_SEQUEL) + random.nextDouble();
        switch (random.nextInt(6)) {
            case 0 -> {
                var unfinished = detail.deepCopy().put("status", "in-progress");
                steps.put((double) n, new Step(client, unfinished, false));
                steps.put(later, new Step(client, detail, told));
            }
            case 1 -> {
                var edited = detail.deepCopy();
                edited.withObjectProperty("analysis").put("transcript_summary", "Edited after number " + n + ".");
                steps.put((double) n, new Step(client, detail, told));
                steps.put(later, new Step(client, edited, random.nextBoolean()));
            }
            default -> steps.put((double) n, new Step(client, detail, told));
        }
    }
}
