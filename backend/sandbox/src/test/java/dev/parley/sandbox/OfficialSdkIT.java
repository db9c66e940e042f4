package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.scripts.Scripts;
import dev.parley.sandbox.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ElevenLabs' and OpenAI's own SDKs, from npm, against the sandbox. What they do is in *.test.mjs. */
class OfficialSdkIT {

    private static final Path FOLDER = Path.of("src", "test", "node");
    private static final int CONVERSATIONS = 100;

    private final World world = World.demo();

    @Test
    void worksAgainstTheSandbox(@TempDir Path folder) throws Exception {
        install();
        var client = world.clientSpeaking("en");
        var clock = Clock.systemUTC();
        try (var receiver = new TestingReceiver();
                var sandbox = Sandbox.start(world, 0, receiver.url(), clock)) {
            sandbox.history(CONVERSATIONS - 2); // half of them the client's, and one more from here
            sandbox.play(
                    Scripts.named("en-01-new-patient").toConversation("conv_1", client.agent(), clock.instant()), true);
            var webhook = receiver.received().getFirst();
            var body = Files.write(folder.resolve("webhook.json"), webhook.body());
            run(
                    Map.of(
                            "SANDBOX_URL", sandbox.url().toString(),
                            "API_KEY", client.elevenlabsApiKey(),
                            "AGENT_ID", client.agent().id(),
                            "OTHER_KEY", world.clientSpeaking("ru").elevenlabsApiKey(),
                            "WEBHOOK_BODY_FILE", body.toString(),
                            "WEBHOOK_SIGNATURE", webhook.signature(),
                            "WEBHOOK_SECRET", client.webhookSecret()),
                    "node",
                    "--test",
                    "sdk.test.mjs");
        }
    }

    @Test
    void openAisClientWorksToo() throws Exception {
        install();
        try (var sandbox = Sandbox.start(world, 0, null, Clock.systemUTC())) {
            run(Map.of("SANDBOX_URL", sandbox.url().toString()), "node", "--test", "openai.test.mjs");
        }
    }

    private static void install() throws Exception {
        var installed = FOLDER.resolve("node_modules/.package-lock.json");
        if (Files.notExists(installed)
                || Files.getLastModifiedTime(installed)
                                .compareTo(Files.getLastModifiedTime(FOLDER.resolve("package-lock.json")))
                        < 0) {
            run(Map.of(), "npm", "ci", "--ignore-scripts");
        }
    }

    private static void run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }
}
