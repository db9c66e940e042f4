package dev.parley.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldTest {

    @Test
    void aFolderKeepsItsWorldFromOthersEyes(@TempDir Path folder) throws Exception {
        var home = folder.resolve("not/there/yet");

        var made = World.in(home, Clock.systemUTC());

        assertThat(World.in(home, Clock.systemUTC())).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("world.json"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(home)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void worldsDifferInTheirSecretsOnly() {
        var one = World.demo();
        var other = World.demo();

        assertThat(one.users()).isEqualTo(other.users());
        assertThat(one.clients())
                .extracting(Client::id)
                .isEqualTo(other.clients().stream().map(Client::id).toList());
        assertThat(one.keys()).isNotEqualTo(other.keys());
        for (int i = 0; i < 2; i++) {
            var client = one.clients().get(i);
            var twin = other.clients().get(i);
            assertThat(client.elevenlabsApiKey()).isNotEqualTo(twin.elevenlabsApiKey());
            assertThat(client.webhookSecret()).isNotEqualTo(twin.webhookSecret());
        }
    }

    @Test
    void ownersAndViewersWorkInOneClientAndOnePersonInBoth() {
        var world = World.demo();

        for (var client : world.clients()) {
            assertThat(world.member(client, "owner").memberships()).hasSize(1);
            assertThat(world.member(client, "viewer").memberships()).hasSize(1);
        }
        assertThat(world.user("both@parley.example").memberships())
                .extracting(Membership::role)
                .containsExactly("admin", "analyst");
    }

    @Test
    void printsNoSecret() {
        var world = World.demo();
        var printed = world.toString() + world.keys() + world.clients() + world.users();

        assertThat(printed).doesNotContain("sb_", "sk_", "wsec_", "parley-demo", "@");
    }
}
