package dev.parley.events.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Parley;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.util.TypeLiteral;
import org.junit.jupiter.api.Test;

class EventStreamsIT {

    @Test
    void everyStreamsEntityHasItsRow() {
        var parley = Parley.shared();
        var declared = CDI.current().select(new TypeLiteral<EntityStream<?>>() {}).stream()
                .map(stream -> stream.entity().name())
                .toList();

        assertThat(declared).contains("lead", "conversation", "sync_run", "alert");
        assertThat(declared).allSatisfy(name -> assertThat(
                        parley.sql("select name from private.event_entities where name = ?", name))
                .as("a migration adds '%s' to private.event_entities", name)
                .isNotNull());
    }
}
