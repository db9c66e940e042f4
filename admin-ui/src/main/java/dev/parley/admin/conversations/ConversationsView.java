package dev.parley.admin.conversations;

import com.vaadin.flow.router.Route;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.language.Formats;
import dev.parley.admin.lists.Detail;
import dev.parley.admin.lists.ListView;
import dev.parley.admin.lists.Surroundings;
import dev.parley.admin.shell.MainLayout;

/** All conversations of a client as they come, and one of them in full. */
@Route(value = "c/:clientId/conversations/:id?", layout = MainLayout.class)
public class ConversationsView extends ListView<ConversationRow, ConversationFilter> {

    private final Conversations conversations;
    private final Formats formats;

    public ConversationsView(Surroundings surroundings, Conversations conversations) {
        super(
                surroundings,
                ConversationsFeature.ENTRY,
                conversations,
                new ConversationFilterBar(),
                ConversationGrid.create(surroundings.formats()));
        this.conversations = conversations;
        formats = surroundings.formats();
    }

    @Override
    protected Detail<?> detail(Workplace workplace, String id, Runnable close) {
        return new ConversationPanel(workplace, conversations, formats, id, close);
    }
}
