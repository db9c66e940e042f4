package dev.parley.admin.clients;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import dev.parley.admin.graphql.ApiException;
import dev.parley.admin.graphql.Document;
import dev.parley.admin.graphql.GraphQlClient;
import dev.parley.admin.graphql.Problem;
import dev.parley.admin.security.Account;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Who may work where. Memberships are asked for rarely, and while the API is away what was known goes on counting: it checks
 * them on every request anyway.
 */
public final class Workplaces {

    private static final Document CLIENTS = Document.beside(Workplaces.class, "clients.graphql");
    private static final Duration FRESH = Duration.ofSeconds(30);

    private record Answer(List<Client> clients) {}

    private record Known(List<Client> clients, Instant since) {}

    private final GraphQlClient graphql;
    private final Clock clock;
    private final Map<Account, Known> known = Collections.synchronizedMap(new WeakHashMap<>());

    public Workplaces(GraphQlClient graphql, Clock clock) {
        this.graphql = graphql;
        this.clock = clock;
    }

    /** @throws ApiException when the API does not say, and nothing is known from before */
    public List<Client> clients(Account account) {
        var found = known.get(account);
        if (found != null && found.since().plus(FRESH).isAfter(clock.instant())) {
            return found.clients();
        }
        try {
            return ask(account);
        } catch (ApiException e) {
            if (found == null || e.problem() != Problem.UNREACHABLE) {
                throw e;
            }
            return found.clients();
        }
    }

    /** Asks now, whatever is known. */
    public List<Client> ask(Account account) {
        var answer = new Api(graphql, account, null).execute(CLIENTS, Map.of(), Answer.class);
        known.put(account, new Known(answer.clients(), clock.instant()));
        return answer.clients();
    }

    /**
     * The client in the address.
     *
     * @throws NotFoundException when it is none of this person's: whether it exists is not said
     */
    public Workplace entered(BeforeEnterEvent event, Account account) {
        var id = event.getRouteParameters().get("clientId").orElse("");
        return clients(account).stream()
                .filter(client -> client.id().equals(id))
                .findFirst()
                .map(client -> new Workplace(account, client, new Api(graphql, account, client.id())))
                .orElseThrow(NotFoundException::new);
    }
}
