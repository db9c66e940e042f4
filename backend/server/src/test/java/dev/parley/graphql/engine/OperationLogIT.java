package dev.parley.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.OwnClient;
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
    private final OwnClient client = new OwnClient(parley);

    @Test
    void whoAskedWhatIsKept() {
        client.api("viewer").data("query LoggedQuery { me { id } }");
        client.api("viewer")
                .ask("mutation LoggedMutation { updateLead(id: \"x\", version: 1, input: {}) { problems { code } } }");

        logged("LoggedQuery", "viewer", "POST 200 query");
        logged("LoggedMutation", "viewer", "POST 200 mutation FORBIDDEN");
    }

    @Test
    void whatComesOverSocketsIsKeptToo() {
        try (var socket = client.socket()) {
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
        await().untilAsserted(() -> assertThat(parley.sql(
                        LINES, operation, client.id(), client.member(role).id()))
                .isEqualTo(lines));
    }
}
