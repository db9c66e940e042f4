package dev.parley.admin.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.shared.Registration;
import dev.parley.admin.clients.Api;
import dev.parley.admin.clients.Client;
import dev.parley.admin.clients.Role;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.fake.FakeAuth;
import dev.parley.admin.fake.FakeFeed.Subscribed;
import dev.parley.admin.fake.FakeWorld;
import dev.parley.admin.graphql.Document;
import dev.parley.admin.graphql.GraphQlClient;
import dev.parley.admin.security.Account;
import dev.parley.admin.security.TestAccounts;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Against a real socket that breaks in all the ways that were thought of. */
class FeedTest {

    private static final String CREATED = "\"type\":\"CREATED\"";

    private final FakeWorld world = new FakeWorld();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Feeds feeds = new Feeds(world.socket(), http, Duration.ofMillis(50));
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<FeedState> states = new CopyOnWriteArrayList<>();
    private final List<String> gaps = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();

    private Account account;
    private Workplace workplace;
    private Registration leads;
    private Registration conversations;

    private final class Recorder implements FeedListener {

        private final String field;

        Recorder(String field) {
            this.field = field;
        }

        @Override
        public void event(JsonNode event) {
            heard.add(field + " " + event.path("id").asString());
        }

        @Override
        public void state(FeedState state) {
            states.add(state);
        }

        @Override
        public void gap() {
            gaps.add(field);
        }

        @Override
        public void refused(boolean now) {
            refusals.add(field + " " + now);
        }
    }

    @BeforeEach
    void listen() {
        account = TestAccounts.loggedIn(world, "anna@north.test", FakeAuth.PASSWORD);
        workplace = workplace(Role.VIEWER);
        leads = listen("leadEvents", Role.VIEWER);
        conversations = listen("conversationEvents", Role.VIEWER);
        await().until(() -> world.feed.subscribed.size() == 2);
    }

    private Workplace workplace(Role role) {
        var api = new Api(new GraphQlClient(world.settings().graphqlUrl(), http), account, "north");
        return new Workplace(account, new Client("north", "North", role), api);
    }

    private Registration listen(String field, Role needed) {
        return feeds.listen(workplace, channel(field, needed), new Recorder(field));
    }

    private static Channel channel(String field, Role needed) {
        var operation = "subscription Events($after: ID) { %s(after: $after) { id type } }".formatted(field);
        return new Channel(field, new Document(operation), needed);
    }

    @AfterEach
    void stop() {
        leads.remove();
        conversations.remove();
        feeds.close();
        world.close();
    }

    @Test
    void saysWhoAsksAndForWhichClient() {
        assertThat(world.feed.greeted)
                .containsExactly(java.util.Map.of("token", "Bearer " + account.accessToken(), "client", "north"));
        assertThat(world.feed.subscribed)
                .containsExactlyInAnyOrder(
                        new Subscribed("leadEvents", null), new Subscribed("conversationEvents", null));
        await().until(() -> states.contains(FeedState.LIVE));
    }

    @Test
    void firstConnectionIsAGapBecauseNobodyKnowsWhereItBegan() {
        await().untilAsserted(() -> assertThat(gaps).containsExactly("leadEvents", "conversationEvents"));
    }

    @Test
    void resumesBehindTheLastEventAndMissesAndRepeatsNothing() {
        world.feed.emit("leadEvents", 7, CREATED);
        world.feed.emit("conversationEvents", 8, CREATED);
        await().until(() -> heard.size() == 2);

        world.feed.emitUnheard("leadEvents", 9, CREATED);
        world.feed.closeAll(1012);

        await().until(() -> heard.size() == 3);
        assertThat(heard).containsExactly("leadEvents 7", "conversationEvents 8", "leadEvents 9");
        await().untilAsserted(() -> assertThat(world.feed.subscribed)
                .contains(new Subscribed("leadEvents", "7"), new Subscribed("conversationEvents", "8")));
        assertThat(states).containsSubsequence(FeedState.LIVE, FeedState.RECONNECTING, FeedState.LIVE);
        assertThat(gaps).hasSize(2);
    }

    @Test
    void onlyWhereThereIsNoPositionToResumeFromMayAnythingBeMissed() {
        world.feed.emit("leadEvents", 7, CREATED);
        await().until(() -> heard.size() == 1);

        world.feed.closeAll(1012);

        await().untilAsserted(() ->
                assertThat(gaps).containsExactly("leadEvents", "conversationEvents", "conversationEvents"));
    }

    @Test
    void startsAfreshWhenTheServerNoLongerKnowsThePosition() {
        world.feed.emit("leadEvents", 7, CREATED);
        world.feed.emit("conversationEvents", 8, CREATED);
        await().until(() -> heard.size() == 2);

        world.feed.refusePositions = true;
        world.feed.closeAll(1012);

        await().until(() -> gaps.size() == 4);
        assertThat(world.feed.subscribed.subList(4, 6))
                .containsExactlyInAnyOrder(
                        new Subscribed("leadEvents", null), new Subscribed("conversationEvents", null));
        assertThat(world.feed.greeted).as("connections").hasSize(2);
    }

    @Test
    void whatMayHaveBeenMissedIsAGapOfItsChannelAndNoEvent() {
        await().until(() -> gaps.size() == 2);

        world.feed.emit("leadEvents", 7, "\"type\":\"GAP\",\"lead\":null");
        world.feed.emit("leadEvents", 8, CREATED);

        await().until(() -> heard.size() == 1);
        assertThat(heard).containsExactly("leadEvents 8");
        assertThat(gaps).containsExactly("leadEvents", "conversationEvents", "leadEvents");
    }

    @Test
    void aForbiddenChannelEndsAloneAndTheOthersLiveOn() {
        world.feed.refused.put("leadEvents", "FORBIDDEN");
        world.feed.closeAll(1012);
        await().until(() -> world.feed.subscribed.size() == 4);

        world.feed.emit("conversationEvents", 8, CREATED);

        await().until(() -> heard.size() == 1);
        assertThat(states.getLast()).isEqualTo(FeedState.LIVE);
        assertThat(world.feed.greeted).hasSize(2);
        assertThat(world.feed.subscribed).hasSize(4);
        assertThat(refusals).containsExactly("leadEvents true");
    }

    @Test
    void aChannelThatFailsIsTriedAgainOnTheSameSocket() {
        world.feed.refused.put("leadEvents", "UPSTREAM_UNAVAILABLE");
        world.feed.closeAll(1012);
        await().until(() -> world.feed.subscribed.size() == 5);

        world.feed.refused.clear();

        await().until(() -> {
            world.feed.emit("leadEvents", 9, CREATED);
            return heard.contains("leadEvents 9");
        });
        await().untilAsserted(
                        () -> assertThat(refusals).startsWith("leadEvents true").endsWith("leadEvents false"));
        assertThat(world.feed.greeted).hasSize(2);
    }

    @Test
    void renewsTheTokenWhenTheServerNoLongerTakesIt() {
        var old = account.accessToken();
        world.feed.onlyToken = "access-2-anna@north.test";

        world.feed.closeAll(4401);

        await().until(() -> world.feed.connections() == 1 && world.feed.greeted.size() == 2);
        assertThat(account.accessToken()).isEqualTo("access-2-anna@north.test").isNotEqualTo(old);
        assertThat(world.auth.refreshes).hasValue(1);
    }

    @Test
    void aRenewedTokenIsGivenToTheOpenSocket() {
        account.renew(account.accessToken());

        await().until(() -> world.feed.renewed.equals(List.of("Bearer " + account.accessToken())));
        assertThat(account.accessToken()).isEqualTo("access-2-anna@north.test");
        assertThat(world.feed.greeted).hasSize(1);
        assertThat(world.feed.connections()).isEqualTo(1);
    }

    @Test
    void givesUpWhereItIsNotWanted() {
        world.feed.forbidden = true;
        world.feed.closeAll(1012);

        await().until(() -> states.getLast() == FeedState.REFUSED);
        assertThat(world.feed.greeted).hasSize(2);
    }

    @Test
    void sharesOneSocketAmongAllPagesOfAPerson() {
        var second = listen("leadEvents", Role.VIEWER);

        world.feed.emit("leadEvents", 7, CREATED);

        await().until(() -> heard.size() == 2);
        assertThat(world.feed.connections()).isEqualTo(1);
        assertThat(world.feed.subscribed).hasSize(2);
        second.remove();
        assertThat(world.feed.connections()).isEqualTo(1);
    }

    @Test
    void asksOnlyForWhatAnOpenPageShows() {
        conversations.remove();

        await().until(() -> world.feed.unsubscribed.equals(List.of("conversationEvents")));
        world.feed.emit("conversationEvents", 7, CREATED);
        world.feed.emit("leadEvents", 8, CREATED);
        await().until(() -> heard.size() == 1);
        gaps.clear();

        conversations = listen("conversationEvents", Role.VIEWER);

        await().until(() -> gaps.equals(List.of("conversationEvents")));
        await().until(() -> world.feed.subscribed.size() == 3);
        assertThat(heard).containsExactly("leadEvents 8");
        assertThat(world.feed.subscribed).endsWith(new Subscribed("conversationEvents", null));
        assertThat(world.feed.greeted).hasSize(1);
    }

    @Test
    void doesNotAskForWhatNeedsAnotherRole() {
        var adminOnly = listen("tokenEvents", Role.ADMIN);
        var alerts = listen("alertEvents", Role.VIEWER);

        await().until(() -> world.feed.subscribed.size() == 3);
        assertThat(world.feed.subscribed).noneMatch(one -> one.field().equals("tokenEvents"));
        adminOnly.remove();
        alerts.remove();

        workplace = workplace(Role.ADMIN);
        var admin = listen("tokenEvents", Role.ADMIN);
        await().until(() ->
                world.feed.subscribed.stream().anyMatch(one -> one.field().equals("tokenEvents")));
        admin.remove();
    }

    @Test
    void whatTheServerCompletesGoesOnWhereItStood() {
        world.feed.emit("leadEvents", 7, CREATED);
        await().until(() -> heard.size() == 1);
        gaps.clear();

        world.feed.complete("leadEvents");
        await().until(() -> world.feed.subscribed.contains(new Subscribed("leadEvents", "7")));
        world.feed.emit("leadEvents", 8, CREATED);

        await().until(() -> heard.size() == 2);
        assertThat(gaps).isEmpty();
        assertThat(world.feed.greeted).hasSize(1);
    }

    @Test
    void closesTheSocketWhenTheLastPageGoes() {
        leads.remove();
        conversations.remove();

        await().until(() -> world.feed.connections() == 0);
    }

    @Test
    void findsBackWhenTheServerWasGone() {
        world.feed.onlyToken = "nobody has this";
        world.feed.closeAll(1012);
        await().until(() -> world.feed.greeted.size() >= 3);

        world.feed.onlyToken = null;

        await().until(() -> world.feed.connections() == 1);
    }
}
