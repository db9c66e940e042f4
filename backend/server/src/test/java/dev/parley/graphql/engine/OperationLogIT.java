package dev.parley.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.Parley;
import dev.parley.testing.Socket;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the request log says about GraphQL, over HTTP and over sockets. */
class OperationLogIT {

    private static final String LINES =
            """
            select string_agg(concat_ws(' ', method, status_code, operation_kind, error_message), ', ' order by id)
              from api_logs where operation_name = ? and client_id = ? and user_id = ?""";

    private final Parley parley = Parley.shared();

    @Test
    void whoAskedWhatIsKept() {
        parley.as(parley.english(), "viewer").data("query LoggedQuery { me { id } }");
        parley.as(parley.english(), "viewer")
                .ask("mutation LoggedMutation { updateLead(id: \"x\", version: 1, input: {}) { problems { code } } }");

        logged("LoggedQuery", "viewer", "POST 200 query");
        logged("LoggedMutation", "viewer", "POST 200 mutation FORBIDDEN");
    }

    @Test
    void whatComesOverSocketsIsKeptToo() {
        try (var socket = parley.socket(parley.english())) {
            socket.subscribe("1", "query SocketQuery { me { id } }", Map.of());
            socket.nextData();
            logged("SocketQuery", "owner", "SOCKET 200 query");

            socket.subscribe("2", "subscription Refused { leadEvents(after: \"x\") { id } }", Map.of());
            logged("Refused", "owner", "SOCKET 400 subscription BAD_USER_INPUT");

            socket.subscribe("3", "subscription Completed { leadEvents { id } }", Map.of());
            logged("Completed", "owner", "SUBSCRIBE 200 subscription");
            socket.send(Socket.message("complete").put("id", "3"));
            logged("Completed", "owner", "SUBSCRIBE 200 subscription, UNSUBSCRIBE 200 subscription");

            socket.subscribe("4", "subscription Left { leadEvents { id } }", Map.of());
            logged("Left", "owner", "SUBSCRIBE 200 subscription");
        }
        logged("Left", "owner", "SUBSCRIBE 200 subscription, UNSUBSCRIBE 200 subscription");
    }

    private void logged(String operation, String role, String lines) {
        var client = parley.english();
        await().untilAsserted(() -> assertThat(parley.sql(
                        LINES,
                        operation,
                        client.id(),
                        parley.member(client, role).id()))
                .isEqualTo(lines));
    }
}
