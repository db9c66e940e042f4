package dev.parley.admin.server;

import dev.parley.admin.clients.Workplaces;
import dev.parley.admin.feature.Features;
import dev.parley.admin.graphql.GraphQlClient;
import dev.parley.admin.live.Feeds;
import dev.parley.admin.security.Accounts;
import dev.parley.admin.security.LogIn;
import dev.parley.admin.security.LogInCookie;
import dev.parley.admin.security.LogInFilter;
import dev.parley.admin.security.LoginLimiter;
import dev.parley.admin.security.SealedCookie;
import dev.parley.admin.security.SupabaseAuth;
import dev.parley.admin.settings.Settings;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;

/** Everything that all people looking at this panel share. */
public record Panel(
        Clock clock,
        Accounts accounts,
        LogIn logIn,
        LogInFilter logInFilter,
        Workplaces workplaces,
        Feeds feeds,
        Features features)
        implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    public static Panel create(Settings settings, Clock clock) {
        // HTTP/2 by upgrade is refused by servers that take any upgrade for a WebSocket.
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        var accounts = new Accounts(new SupabaseAuth(settings, http, clock), clock);
        var cookie = new LogInCookie(new SealedCookie(settings.panelKey()));
        return new Panel(
                clock,
                accounts,
                new LogIn(accounts, new LoginLimiter(clock), cookie),
                new LogInFilter(accounts, cookie),
                new Workplaces(new GraphQlClient(settings.graphqlUrl(), http), clock),
                new Feeds(settings.graphqlWsUrl(), http),
                Features.load());
    }

    @Override
    public void close() {
        feeds.close();
        accounts.close();
    }
}
