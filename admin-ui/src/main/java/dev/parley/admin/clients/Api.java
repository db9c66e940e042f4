package dev.parley.admin.clients;

import com.vaadin.flow.server.VaadinSession;
import dev.parley.admin.graphql.ApiException;
import dev.parley.admin.graphql.Document;
import dev.parley.admin.graphql.FileUpload;
import dev.parley.admin.graphql.GraphQlClient;
import dev.parley.admin.graphql.Problem;
import dev.parley.admin.security.Account;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The API as one person sees it, in one client. */
public record Api(GraphQlClient graphql, Account account, @Nullable String clientId) {

    /** @throws ApiException when it did not work; a token that has just ended is renewed first */
    public <T> T execute(Document document, Map<String, ?> variables, Class<T> answer) {
        var token = account.accessToken();
        try {
            return graphql.execute(token, clientId, document, variables, answer);
        } catch (ApiException e) {
            if (e.problem() != Problem.UNAUTHENTICATED || holdsVaadinSession() || !account.renew(token)) {
                throw e;
            }
            return graphql.execute(account.accessToken(), clientId, document, variables, answer);
        }
    }

    /**
     * Sends a file along, once: what was read of it cannot be read again.
     *
     * @param variable of the operation that is the file
     * @throws ApiException when it did not work
     */
    public <T> T upload(
            Document document, Map<String, ?> variables, String variable, FileUpload file, Class<T> answer) {
        return graphql.upload(account.accessToken(), clientId, document, variables, variable, file, answer);
    }

    private static boolean holdsVaadinSession() {
        var session = VaadinSession.getCurrent();
        return session != null && session.hasLock();
    }
}
