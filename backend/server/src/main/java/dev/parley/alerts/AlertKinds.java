package dev.parley.alerts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;

/** The kinds that features declare. */
@ApplicationScoped
public class AlertKinds {

    private final List<AlertKind> declared;

    @Inject
    public AlertKinds(Instance<AlertKind> declared) {
        this(declared.stream().toList());
    }

    AlertKinds(Collection<AlertKind> declared) {
        this.declared =
                declared.stream().sorted(Comparator.comparing(AlertKind::name)).toList();
    }

    /** By name. */
    public List<AlertKind> all() {
        return declared;
    }

    AlertKind ofStored(String name) {
        return declared.stream()
                .filter(kind -> kind.stored().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(name));
    }
}
