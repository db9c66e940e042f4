package dev.parley.admin.sync;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.parley.admin.feature.Feature;
import dev.parley.admin.feature.NavigationEntry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sync: how it stands, its runs, and asking for one. */
public final class SyncFeature implements Feature {

    static final NavigationEntry ENTRY = new NavigationEntry(80, "sync", VaadinIcon.REFRESH);

    @Override
    public Optional<NavigationEntry> navigation() {
        return Optional.of(ENTRY);
    }

    @Override
    public Set<Class<? extends Component>> views() {
        return Set.of(SyncView.class);
    }

    @Override
    public Set<String> alerts() {
        return Set.of("ELEVENLABS_UNAVAILABLE", "ELEVENLABS_REFUSED", "SYNC_STALLED");
    }

    @Override
    public List<Object> services(Clock clock) {
        return List.of(new Syncs());
    }
}
