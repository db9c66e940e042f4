package dev.parley.admin.tokens;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.parley.admin.clients.Role;
import dev.parley.admin.feature.Feature;
import dev.parley.admin.feature.NavigationEntry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** API tokens: the list, creating and revoking; for administrators. */
public final class TokensFeature implements Feature {

    static final NavigationEntry ENTRY = new NavigationEntry(90, "tokens", VaadinIcon.KEY);

    @Override
    public Optional<NavigationEntry> navigation() {
        return Optional.of(ENTRY);
    }

    @Override
    public Set<Class<? extends Component>> views() {
        return Set.of(TokensView.class);
    }

    @Override
    public Role role() {
        return Role.ADMIN;
    }

    @Override
    public List<Object> services(Clock clock) {
        return List.of(new Tokens());
    }
}
