package dev.parley.admin.conversations;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.parley.admin.clients.Links;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.language.Formats;
import dev.parley.admin.lists.Detail;
import dev.parley.admin.lists.ListView;
import dev.parley.admin.lists.Page;
import dev.parley.admin.lists.Surroundings;
import dev.parley.admin.loading.EmptyState;
import dev.parley.admin.shell.MainLayout;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** All conversations of a client as they come, and one of them in full. */
@Route(value = "c/:clientId/conversations/:id?", layout = MainLayout.class)
public class ConversationsView extends ListView<ConversationRow, ConversationFilter> {

    private final Conversations conversations;
    private final ConversationFilterBar filters;
    private final Formats formats;

    public ConversationsView(Surroundings surroundings, Conversations conversations) {
        this(surroundings, conversations, Formats.current(surroundings.clock()), new ConversationFilterBar());
    }

    private ConversationsView(
            Surroundings surroundings, Conversations conversations, Formats formats, ConversationFilterBar filters) {
        super(surroundings, text("conversations"), Conversations.EVENTS, filters, ConversationGrid.create(formats));
        this.conversations = conversations;
        this.formats = formats;
        this.filters = filters;
        filters.onChosen(this::choose);
    }

    @Override
    protected ConversationFilter filter(QueryParameters parameters) {
        return ConversationFilter.of(parameters);
    }

    @Override
    protected void showFilter(ConversationFilter filter) {
        filters.show(filter);
    }

    @Override
    protected Page<ConversationRow> load(Workplace workplace, ConversationFilter filter, int offset, int first) {
        return conversations.list(workplace.api(), filter, offset, first);
    }

    @Override
    protected Optional<ConversationRow> row(JsonNode event) {
        return Conversations.of(event);
    }

    @Override
    protected String id(ConversationRow row) {
        return row.id();
    }

    @Override
    protected String place(String clientId) {
        return Links.conversations(clientId);
    }

    @Override
    protected Detail<?> detail(Workplace workplace, String id, Runnable close) {
        return new ConversationPanel(workplace, conversations, formats, id, close);
    }

    @Override
    protected EmptyState empty(boolean filtered) {
        return filtered
                ? EmptyState.nothingFits()
                : new EmptyState(VaadinIcon.PHONE, text("conversations.none"), text("conversations.none.explanation"));
    }
}
