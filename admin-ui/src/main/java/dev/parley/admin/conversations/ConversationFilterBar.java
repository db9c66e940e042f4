package dev.parley.admin.conversations;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.lists.Choice;
import dev.parley.admin.lists.FilterBar;
import dev.parley.admin.lists.SearchField;
import java.util.List;

/** Choosing which conversations to see. */
final class ConversationFilterBar extends FilterBar<ConversationFilter> {

    private final SearchField search = new SearchField(text("conversations.search"), this::changed);
    private final Choice<ConversationStatus> status =
            Choice.of("conversations.status", List.of(ConversationStatus.values()), this::changed);
    private final Choice<String> language =
            Choice.of("conversations.language", ConversationFilter.LANGUAGES, this::changed);
    private final Choice<Integer> days = Choice.of("conversations.days", ConversationFilter.DAYS, this::changed);

    ConversationFilterBar() {
        offer(search, status, language, days);
    }

    @Override
    protected ConversationFilter filter(QueryParameters parameters) {
        return ConversationFilter.of(parameters);
    }

    @Override
    protected void show(ConversationFilter filter) {
        search.show(filter.search());
        status.setValue(filter.status());
        language.setValue(filter.language());
        days.setValue(filter.days());
    }

    private void changed() {
        choose(new ConversationFilter(search.search(), status.getValue(), language.getValue(), days.getValue()));
    }
}
