package dev.parley.admin.clients;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import dev.parley.admin.graphql.Document;
import dev.parley.admin.graphql.GraphQlClient;
import dev.parley.admin.security.Account;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Who may work where. Memberships are asked for rarely: the API checks them on every request anyway. */
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

    public List<Client> clients(Account account) {
        var found = known.get(account);
        if (found == null || found.since().plus(FRESH).isBefore(clock.instant())) {
            var answer = new Api(graphql, account, null).execute(CLIENTS, Map.of(), Answer.class);
            found = new Known(answer.clients(), clock.instant());
            known.put(account, found);
        }
        return found.clients();
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
