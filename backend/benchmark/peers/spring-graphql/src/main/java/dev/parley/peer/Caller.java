package dev.parley.peer;

import org.springframework.core.env.Environment;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import reactor.core.publisher.Mono;

/** One read-only transaction per operation, begun with the caller's rights: the same preamble as Parley's. */
@Component
class Caller implements WebGraphQlInterceptor {

    private static final String PREAMBLE =
            """
            select set_config('parley.client_id', ?, true), set_config('parley.user_id', ?, true), \
            set_config('parley.role', ?, true), set_config('role', ?, true), \
            set_config('statement_timeout', ?, true), set_config('transaction_read_only', ?, true)""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final String clientId;
    private final String userId;

    Caller(JdbcClient jdbc, PlatformTransactionManager manager, Environment environment) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(manager);
        this.clientId = environment.getRequiredProperty("CLIENT_ID");
        this.userId = environment.getRequiredProperty("USER_ID");
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return Mono.fromCallable(() -> transactions.execute(status -> {
            jdbc.sql(PREAMBLE)
                    .params(clientId, userId, "owner", "parley_request", "8000", "on")
                    .query((row, number) -> 1)
                    .list();
            return chain.next(request).block();
        }));
    }
}
