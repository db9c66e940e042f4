package dev.parley.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConversationChangesTest {

    /** What never changes, and the times of the row. */
    private static final Set<String> LEFT_OUT = Set.of("id", "elevenlabsConversationId", "createdAt", "updatedAt");

    @Test
    void compareEveryFieldThatCanChange() {
        var compared =
                ConversationChanges.FIELDS.keySet().stream().map(name -> name.equals("agent") ? "agentId" : name);

        assertThat(Stream.concat(compared, LEFT_OUT.stream()).collect(Collectors.toSet()))
                .isEqualTo(Arrays.stream(Conversation.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet()));
    }
}
