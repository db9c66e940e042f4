package dev.parley.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.security.Caller;
import dev.parley.security.Identity;
import dev.parley.security.Membership;
import dev.parley.security.Role;
import graphql.parser.Parser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StreamGroupTest {

    private static final UUID SOMEBODY = UUID.randomUUID();
    private static final Membership MEMBERSHIP = new Membership(UUID.randomUUID(), "Client", Role.VIEWER);

    @Test
    void whereTheStreamBeginsMakesNoOtherGroup() {
        var query = "subscription ($at: ID) { leadEvents(after: $at) { id } }";

        assertThat(group(query, "1", Identity.Kind.PERSON)).isEqualTo(group(query, "2", Identity.Kind.PERSON));
    }

    @Test
    void anAfterOfAFieldInsideDoes() {
        var query = "subscription ($at: ID) { leadEvents { lead { activity(after: $at) { id } } } }";

        assertThat(group(query, "1", Identity.Kind.PERSON)).isNotEqualTo(group(query, "2", Identity.Kind.PERSON));
    }

    @Test
    void peopleAndProgramsDoNotShare() {
        var query = "subscription ($at: ID) { leadEvents(after: $at) { id } }";

        assertThat(group(query, "1", Identity.Kind.PERSON)).isNotEqualTo(group(query, "1", Identity.Kind.PROGRAM));
    }

    private static StreamGroup group(String query, String at, Identity.Kind kind) {
        var caller = new Caller(new Identity(kind, SOMEBODY, null, Instant.MAX), List.of(MEMBERSHIP), MEMBERSHIP);
        return StreamGroup.of(
                new GraphQlRequest(query, null, Map.of("at", at)),
                CheckedDocument.valid(Parser.parse(query), List.of()),
                caller);
    }
}
