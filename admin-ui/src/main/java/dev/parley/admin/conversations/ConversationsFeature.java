package dev.parley.admin.conversations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.parley.admin.feature.Feature;
import dev.parley.admin.feature.NavigationEntry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Conversations: the list, and one with every word. */
public final class ConversationsFeature implements Feature {

    static final NavigationEntry ENTRY = new NavigationEntry(20, "conversations", VaadinIcon.COMMENTS_O);

    @Override
    public Optional<NavigationEntry> navigation() {
        return Optional.of(ENTRY);
    }

    @Override
    public Set<Class<? extends Component>> views() {
        return Set.of(ConversationsView.class);
    }

    @Override
    public List<Object> services(Clock clock) {
        return List.of(new Conversations(clock));
    }
}
