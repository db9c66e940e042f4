package dev.parley.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose turn it is. */
class ClientRingTest {

    private final UUID big = UUID.randomUUID();
    private final UUID small = UUID.randomUUID();
    private final UUID late = UUID.randomUUID();

    @Test
    void oneItemATurn() {
        var ring = new ClientRing(1);
        ring.offer(List.of(big, small));
        var turns = new ArrayList<UUID>();
        for (int i = 0; i < 4; i++) {
            var clientId = ring.take();
            turns.add(clientId);
            ring.done(clientId, true);
        }
        assertThat(turns).containsExactly(big, small, big, small);
    }

    @Test
    void whoComesLateWaitsForOneRound() {
        var ring = new ClientRing(1);
        ring.offer(List.of(big, small));
        ring.done(ring.take(), true);
        ring.offer(List.of(big, small, late));

        assertThat(List.of(ring.take(), ring.take(), ring.take())).containsExactly(small, big, late);
    }

    @Test
    void oneClientHasSoManyPlacesAndNoMore() {
        var ring = new ClientRing(2);
        ring.offer(List.of(big));

        assertThat(ring.take()).isEqualTo(big);
        assertThat(ring.take()).isEqualTo(big);
        assertThat(ring.take()).isNull();
        ring.done(big, true);
        assertThat(ring.take()).isEqualTo(big);
    }

    @Test
    void whoHasNothingLeftIsNotAskedAgain() {
        var ring = new ClientRing(2);
        ring.offer(List.of(big));
        ring.take();
        ring.done(big, false);

        assertThat(ring.take()).isNull();
    }

    /** Added after its worker had looked, but before it said that there was nothing. */
    @Test
    void whatIsAddedMeanwhileIsNotMissed() {
        var ring = new ClientRing(1);
        ring.offer(List.of(big));
        ring.take();
        ring.offer(List.of(big));
        assertThat(ring.take()).isNull();
        ring.done(big, false);

        assertThat(ring.take()).isEqualTo(big);
    }

    @Test
    void norIsItWithPlacesLeft() {
        var ring = new ClientRing(2);
        ring.offer(List.of(big));
        ring.take();
        ring.offer(List.of(big));
        ring.done(big, false);

        assertThat(ring.take()).isEqualTo(big);
    }
}
