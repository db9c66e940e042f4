package dev.parley.admin.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.parley.admin.feature.Feature;
import dev.parley.admin.feature.NavigationEntry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Leads: the list, one in full, and editing it. */
public final class LeadsFeature implements Feature {

    static final NavigationEntry ENTRY = new NavigationEntry(10, "leads", VaadinIcon.USER_STAR);

    @Override
    public Optional<NavigationEntry> navigation() {
        return Optional.of(ENTRY);
    }

    @Override
    public Set<Class<? extends Component>> views() {
        return Set.of(LeadsView.class);
    }

    @Override
    public List<Object> services(Clock clock) {
        return List.of(new Leads());
    }
}
