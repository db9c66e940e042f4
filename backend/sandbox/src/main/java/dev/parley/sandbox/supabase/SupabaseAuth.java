package dev.parley.sandbox.supabase;

import com.sun.net.httpserver.HttpExchange;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Handler;
import dev.parley.sandbox.http.Listener;
import dev.parley.sandbox.http.Request;
import dev.parley.sandbox.http.Routes;
import dev.parley.sandbox.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Supabase Auth with the gateway before it, under {@value #PREFIX}. */
public final class SupabaseAuth implements Listener.Service {

    public static final String PREFIX = "/auth/v1";
    private static final String VERSION_HEADER = "X-Supabase-Api-Version";
    private static final String NEW_ERRORS_SINCE = "2024-01-01";

    private final Routes routes =
            new Routes(status -> status == 404 ? Answer.text(404, "404 page not found\n") : Answer.empty(status));
    private final Gateway gateway;
    private final Tokens tokens;

    /** @param home where log-ins and invitations outlive a restart; null to forget them */
    public SupabaseAuth(World world, URI url, Duration tokenLifetime, @Nullable Path home, Clock clock) {
        gateway = new Gateway(world.keys());
        var accessTokens = new AccessTokens(world.keys().signingKey(), url + PREFIX, tokenLifetime, clock);
        var accounts = new Accounts(world, home == null ? null : home.resolve("invited.json"), clock);
        var sessions = new Sessions(home == null ? null : home.resolve("sessions.json"), clock);
        tokens = new Tokens(accessTokens, accounts, sessions);

        var people = new PeopleApi(accounts, sessions, accessTokens);
        open("GET", "/.well-known/jwks.json", new Discovery(accessTokens.key())::keys);
        behindKey("GET", "/settings", request -> Discovery.settings());
        behindKey("GET", "/health", request -> Discovery.health());
        behindKey("POST", "/signup", PeopleApi::signUp);
        behindKey("POST", "/token", people::token);
        behindKey("GET", "/user", people::user);
        behindKey("POST", "/logout", people::logOut);
        var admin = new AdminApi(accounts);
        forAdmins("GET", "/admin/users", admin::users);
        forAdmins("POST", "/invite", admin::invite);
    }

    public Tokens tokens() {
        return tokens;
    }

    @Override
    public Answer handle(HttpExchange exchange) throws IOException {
        var request = new Request(exchange, Map.of());
        if (request.method().equals("OPTIONS")) {
            return Cors.preflight(request);
        }
        boolean newShape = request.header(VERSION_HEADER)
                .filter(version -> version.compareTo(NEW_ERRORS_SINCE) >= 0)
                .isPresent();
        Answer answer;
        try {
            answer = routes.handle(exchange);
        } catch (RefusalException e) {
            answer = e.answer(newShape);
        }
        return Cors.allow(newShape ? answer.with(VERSION_HEADER, NEW_ERRORS_SINCE) : answer);
    }

    private void open(String method, String path, Handler handler) {
        routes.add(method, PREFIX + path, handler);
    }

    private void behindKey(String method, String path, Handler handler) {
        open(method, path, request -> {
            var refusal = gateway.refusal(request);
            return refusal == null ? handler.handle(request) : refusal;
        });
    }

    private void forAdmins(String method, String path, Handler handler) {
        behindKey(method, path, request -> {
            if (gateway.isAdmin(request)) {
                return handler.handle(request);
            }
            throw Gateway.bearer(request).isPresent()
                    ? new RefusalException(403, "not_admin", "User not allowed")
                    : Bodies.noBearer();
        });
    }
}
