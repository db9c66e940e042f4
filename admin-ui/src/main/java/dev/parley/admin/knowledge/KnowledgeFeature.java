package dev.parley.admin.knowledge;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.parley.admin.feature.Feature;
import dev.parley.admin.feature.NavigationEntry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Documents: the list, the search in them, and each on a page of its own. */
public final class KnowledgeFeature implements Feature {

    static final NavigationEntry ENTRY = new NavigationEntry(30, "knowledge", VaadinIcon.BOOK);

    @Override
    public Optional<NavigationEntry> navigation() {
        return Optional.of(ENTRY);
    }

    @Override
    public Set<Class<? extends Component>> views() {
        return Set.of(KnowledgeView.class, DocumentView.class);
    }

    @Override
    public List<Object> services(Clock clock) {
        return List.of(new Documents(), new DocumentChanges());
    }
}
