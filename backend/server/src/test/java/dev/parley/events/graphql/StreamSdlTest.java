package dev.parley.events.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.events.EventEntity;
import dev.parley.security.Role;
import graphql.schema.idl.SchemaParser;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamSdlTest {

    @Test
    void namesFollowFromTheType() {
        var types = new SchemaParser().parse(StreamSdl.of(export())).types();

        assertThat(types).containsOnlyKeys("CrmExportEvent", "CrmExportEventType");
        assertThat(StreamSdl.of(export()))
                .contains("crmExportEvents(", "crmExport: CrmExport\n", "What can happen to a crm export.");
    }

    @Test
    void aFilterComesWithItsFirstCondition() {
        var sdl = StreamSdl.of(
                export().filter(EventCondition.atLeast("rows", 0, 9, "It has so many rows or more.", String::length)));

        assertThat(new SchemaParser().parse(sdl).types()).containsKey("CrmExportEventFilterInput");
        assertThat(sdl).contains("filter: CrmExportEventFilterInput", "  rows: Int\n");
        assertThat(StreamSdl.of(export())).doesNotContain("filter");
    }

    @Test
    void whoMaySubscribeIsSaid() {
        assertThat(StreamSdl.of(export().role(Role.ADMIN))).contains("@requiresRole(role: ADMIN)");
    }

    private static EntityStream<String> export() {
        return EntityStream.of(new EventEntity("crm_export"), "CrmExport", (transaction, id) -> Optional.empty());
    }
}
