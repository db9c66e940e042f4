package dev.parley.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every path, parameter and field that the library really uses against the vendor's OpenAPI description. */
class OpenApiTest {

    private static final String CONVERSATIONS = "/v1/convai/conversations";
    private static final String CONVERSATION = CONVERSATIONS + "/{conversation_id}";
    private static final String AGENTS = "/v1/convai/agents";
    private static final String AGENT = AGENTS + "/{agent_id}";

    static List<Arguments> readers() {
        return List.of(
                Arguments.of(
                        CONVERSATIONS, reader(answer -> Page.read(answer, "conversations", ConversationSummary::read))),
                Arguments.of(CONVERSATION, reader(Conversation::read)),
                Arguments.of(AGENTS, reader(answer -> Page.read(answer, "agents", AgentSummary::read))),
                Arguments.of(AGENT, reader(Agent::read)));
    }

    private static Function<JsonNode, Object> reader(Function<JsonNode, Object> reader) {
        return reader;
    }

    /** A misspelt field would be unknown here, one of another type empty. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void readsOnlyFieldsThatExistAndAllOfTheirValues(String path, Function<JsonNode, Object> reader) throws Exception {
        var api = new OpenApi();
        var answer = api.answer(path);

        var read = reader.apply(answer);

        // Sentiment is described for list items only; we take it where we find it.
        assertThat(api.unknown())
                .isSubsetOf(path.equals(CONVERSATION) ? List.of("sentiment_analysis") : List.<String>of());
        assertThat(empty(read)).isSubsetOf(path.equals(CONVERSATION) ? List.of("sentimentScore") : List.<String>of());
    }

    @Test
    void readsProblemsAsDescribed() throws Exception {
        var api = new OpenApi();

        var problem = Problem.read(api.schema("ValidationError"));

        assertThat(api.unknown()).isEmpty();
        assertThat(empty(problem)).isEmpty();
    }

    @Test
    void asksOnlyPathsThatExist() {
        try (var api = new FakeApi()) {
            api.answers(404, "", Map.of());
            var client = api.client();
            List.<Runnable>of(
                            () -> client.conversations().list(ConversationQuery.ALL),
                            () -> client.conversations().get("an_id"),
                            () -> client.conversations().audio("an_id"),
                            () -> client.agents().list(AgentQuery.ALL),
                            () -> client.agents().get("an_id"))
                    .forEach(call -> assertThat(refused(call)).isTrue());

            assertThat(api.asked())
                    .containsExactlyInAnyOrderElementsOf(OpenApi.paths().stream()
                            .map(path -> path.replaceAll("\\{\\w+}", "an_id"))
                            .toList());
        }
    }

    @Test
    void queriesHaveAllParametersOfTheListsAndNoOthers() throws Exception {
        var ofConversations = (ConversationQuery.Builder) withAll(ConversationQuery.builder());
        var ofAgents = (AgentQuery.Builder) withAll(AgentQuery.builder());

        var conversations = new TreeSet<>(OpenApi.parameters(CONVERSATIONS));
        conversations.add("dynamic_variable_params"); // the vendor's SDK 2.73 has it; the description is older
        assertThat(ofConversations.build().parameters().keySet()).containsExactlyInAnyOrderElementsOf(conversations);
        var agents = new TreeSet<>(OpenApi.parameters(AGENTS));
        agents.remove("show_only_owned_agents"); // deprecated; created_by_user_id has taken its place
        assertThat(ofAgents.build().parameters().keySet()).containsExactlyInAnyOrderElementsOf(agents);
    }

    private static boolean refused(Runnable call) {
        try {
            call.run();
            return false;
        } catch (ApiException e) {
            return e.kind() == ApiException.Kind.NOT_FOUND;
        }
    }

    /** Calls each setter once. */
    private static Object withAll(Object builder) throws ReflectiveOperationException {
        for (var method : builder.getClass().getMethods()) {
            if (method.getReturnType() == builder.getClass()) {
                method.invoke(
                        builder,
                        Arrays.stream(method.getParameterTypes())
                                .map(OpenApiTest::value)
                                .toArray());
            }
        }
        return builder;
    }

    private static Object value(Class<?> type) {
        return Map.<Class<?>, Object>of(
                        String.class,
                        "x",
                        int.class,
                        1,
                        boolean.class,
                        true,
                        Instant.class,
                        Instant.EPOCH,
                        Duration.class,
                        Duration.ZERO,
                        Collection.class,
                        List.of("x"),
                        SortDirection.class,
                        SortDirection.ASC)
                .get(type);
    }

    /** Names of components without a value, in a record and all records in it. */
    private static List<String> empty(Object read) throws ReflectiveOperationException {
        var names = new ArrayList<String>();
        for (RecordComponent component : read.getClass().getRecordComponents()) {
            var value = component.getAccessor().invoke(read);
            if (value == null || value.equals("") || value.equals(List.of()) || value.equals(Map.of())) {
                names.add(component.getName());
            } else if (value instanceof Record inner) {
                names.addAll(empty(inner));
            } else if (value instanceof List<?> list && list.getFirst() instanceof Record first) {
                names.addAll(empty(first));
            }
        }
        return names;
    }
}
