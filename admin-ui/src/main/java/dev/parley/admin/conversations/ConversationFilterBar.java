package dev.parley.admin.conversations;

import com.vaadin.flow.component.html.Div;
import dev.parley.admin.lists.Choice;
import java.util.List;
import java.util.function.Consumer;

/** Choosing which conversations to see. */
final class ConversationFilterBar extends Div {

    private final Choice<ConversationStatus> status =
            Choice.of("conversations.status", List.of(ConversationStatus.values()), this::changed);
    private final Choice<String> language =
            Choice.of("conversations.language", ConversationFilter.LANGUAGES, this::changed);
    private final Choice<Integer> days = Choice.of("conversations.days", ConversationFilter.DAYS, this::changed);
    private Consumer<ConversationFilter> chosen = filter -> {};

    ConversationFilterBar() {
        addClassName("filters");
        add(status, language, days);
    }

    void onChosen(Consumer<ConversationFilter> action) {
        chosen = action;
    }

    void show(ConversationFilter filter) {
        status.setValue(filter.status());
        language.setValue(filter.language());
        days.setValue(filter.days());
    }

    private void changed() {
        chosen.accept(new ConversationFilter(status.getValue(), language.getValue(), days.getValue()));
    }
}
