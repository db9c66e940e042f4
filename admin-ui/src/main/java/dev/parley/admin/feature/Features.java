package dev.parley.admin.feature;

import com.vaadin.flow.component.Component;
import dev.parley.admin.clients.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** All features there are, in the order of the navigation. */
public record Features(List<Feature> all) {

    public Features {
        all = all.stream()
                .sorted(Comparator.comparing(feature ->
                        feature.navigation().map(NavigationEntry::order).orElse(Integer.MAX_VALUE)))
                .toList();
    }

    /** Those that are named in {@code META-INF/services}. */
    public static Features load() {
        return new Features(ServiceLoader.load(Feature.class, Feature.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** Where this role may go; never empty for a member. */
    public List<NavigationEntry> navigation(Role role) {
        return all.stream()
                .filter(feature -> role.includes(feature.role()))
                .flatMap(feature -> feature.navigation().stream())
                .toList();
    }

    /** The page that explains alerts of this kind, if this role may see it. */
    public Optional<NavigationEntry> explaining(String alert, Role role) {
        return all.stream()
                .filter(feature -> feature.alerts().contains(alert) && role.includes(feature.role()))
                .findFirst()
                .flatMap(Feature::navigation);
    }

    /** The feature that a view belongs to. */
    public Optional<Feature> of(Class<? extends Component> view) {
        return all.stream().filter(feature -> feature.views().contains(view)).findFirst();
    }
}
