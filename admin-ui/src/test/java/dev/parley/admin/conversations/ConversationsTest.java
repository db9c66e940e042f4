package dev.parley.admin.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.PanelPage;
import org.junit.jupiter.api.Test;

/** Conversations: the list, and one with every word. */
@ViewPackages(packages = "dev.parley.admin")
class ConversationsTest extends PanelPage {

    @Test
    void evidenceLeadsToItsTurnAndTheWordsAreMarked() {
        logIn(OWNER);

        UI.getCurrent().navigate("c/north/conversations/conversation-1", QueryParameters.fromString("turn=1"));

        until(() -> !find(Component.class).withClassName("turn").all().isEmpty());
        assertThat(getCurrentView()).isInstanceOf(ConversationsView.class);
        assertThat(find(Component.class).withClassName("turn").all()).hasSize(3);
        assertThat(find(Component.class)
                        .withClassName("pointed")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .contains("Call me at 8 921 555, please.");
        assertThat(text(".mark")).isEqualTo("8 921 555");
        assertThat(text(".turn-tool")).isEqualTo("book_viewing");
    }

    @Test
    void whatElevenLabsHasDeletedIsMarked() {
        world.of(FakeConversations.class)
                .conversations
                .addFirst(FakeConversations.conversation(777).put("deletedAtSource", true));
        logIn(OWNER);

        UI.getCurrent().navigate("c/north/conversations/conversation-777");

        until(() ->
                !find(Component.class).withClassName("deleted-at-source").all().isEmpty());
        assertThat(text(".deleted-at-source")).contains("What Parley had of it is kept.");
        UI.getCurrent().navigate("c/north/conversations/conversation-1");
        until(() ->
                find(Component.class).withClassName("deleted-at-source").all().isEmpty());
    }

    @Test
    void theOtherSidesNumberIsShown() {
        logIn(OWNER);

        UI.getCurrent().navigate("c/north/conversations/conversation-1");

        until(() -> !find(Component.class).withClassName("facts").all().isEmpty());
        assertThat(find(Component.class)
                        .withClassName("facts")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .contains("Their number", "+79215550142");
    }

    @Test
    void aNewConversationAppearsByItself() {
        logIn(OWNER);
        UI.getCurrent().navigate("c/north/conversations");
        until(() -> rows() == world.of(FakeConversations.class).conversations.size());
        listening("conversationEvents");
        int before = rows();
        var conversation = FakeConversations.conversation(777);
        world.of(FakeConversations.class).conversations.addFirst(conversation);

        world.feed.emit("conversationEvents", 5, "\"type\":\"CREATED\",\"conversation\":" + conversation);

        until(() -> rows() == before + 1);
        assertThat(test(grid()).getRow(0)).asString().contains("A flat 777");
    }
}
