package dev.parley.admin.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.parley.admin.TurnedClock;
import dev.parley.admin.fake.FakeAuth;
import dev.parley.admin.fake.FakeWorld;
import dev.parley.admin.security.SignInException.Reason;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private final FakeWorld world = new FakeWorld();
    private final TurnedClock clock = new TurnedClock();
    private final Accounts accounts =
            new Accounts(new SupabaseAuth(world.settings(), HttpClient.newHttpClient(), clock), clock);

    @AfterEach
    void stop() {
        accounts.close();
        world.close();
    }

    @Test
    void tellsAWrongPasswordFromAServiceThatIsAway() {
        assertThat(catchThrowableOfType(SignInException.class, () -> accounts.open("a@b.test", "wrong", "10.0.0.1"))
                        .reason())
                .isEqualTo(Reason.WRONG_CREDENTIALS);

        world.auth.away = true;

        assertThat(catchThrowableOfType(
                                SignInException.class, () -> accounts.open("a@b.test", FakeAuth.PASSWORD, "10.0.0.1"))
                        .reason())
                .isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void tabsThatComeBackTogetherShareOneRefresh() {
        var token = open().refreshToken();

        var restored = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    var account = accounts.restore(token, "10.0.0.1");
                    accounts.hold(account);
                    return account;
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .distinct()
                .toList();

        assertThat(restored).hasSize(1);
        assertThat(world.auth.refreshes).hasValue(1);
    }

    @Test
    void knowsAnAccountByTheTokenBeforeTheCurrentOneToo() {
        var account = open();
        accounts.hold(account);
        var old = account.refreshToken();

        account.renew(account.accessToken());

        assertThat(accounts.restore(old, "10.0.0.1")).isSameAs(account);
        assertThat(accounts.restore(account.refreshToken(), "10.0.0.1")).isSameAs(account);
        assertThat(world.auth.refreshes).hasValue(1);
    }

    @Test
    void renewsHeldAccountsBeforeTheirTokensEnd() {
        var account = open();
        accounts.hold(account);
        var first = account.accessToken();
        accounts.start();

        clock.turn(Duration.ofMinutes(59));

        await().until(() -> !account.accessToken().equals(first));
        assertThat(world.auth.refreshes).hasValue(1);
    }

    @Test
    void renewsOnceForAllWhoSawTheSameToken() {
        var account = open();
        var seen = account.accessToken();

        IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> account.renew(seen)))
                .toList()
                .forEach(done -> assertThat(done.join()).isTrue());

        assertThat(world.auth.refreshes).hasValue(1);
    }

    @Test
    void isOverWhenSupabaseSaysSoAndOnlyThen() {
        var account = open();
        var over = new AtomicBoolean();
        account.onOver(() -> over.set(true));

        world.auth.away = true;
        assertThat(account.renew(account.accessToken())).isFalse();
        assertThat(account.isOver()).isFalse();

        world.auth.away = false;
        world.auth.endAll();
        assertThat(account.renew(account.accessToken())).isFalse();
        assertThat(account.isOver()).isTrue();
        assertThat(over).isTrue();
    }

    @Test
    void tellsSupabaseOfALogOut() {
        var account = open();

        account.logOut();

        assertThat(world.auth.loggedOut).containsExactly("Bearer " + account.accessToken());
        assertThat(account.isOver()).isTrue();
    }

    private Account open() {
        return accounts.open("anna@north.test", FakeAuth.PASSWORD, "10.0.0.1");
    }
}
