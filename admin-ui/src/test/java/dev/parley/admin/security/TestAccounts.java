package dev.parley.admin.security;

import dev.parley.admin.fake.FakeWorld;
import java.net.http.HttpClient;
import java.time.Clock;

/** Accounts for tests of other packages. */
public final class TestAccounts {

    private TestAccounts() {}

    public static Account loggedIn(FakeWorld world, String email, String password) {
        var auth = new SupabaseAuth(world.settings(), HttpClient.newHttpClient(), Clock.systemUTC());
        return new Accounts(auth, Clock.systemUTC()).open(email, password, "127.0.0.1");
    }
}
