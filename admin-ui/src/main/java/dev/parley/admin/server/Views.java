package dev.parley.admin.server;

import dev.parley.admin.feature.Features;
import dev.parley.admin.security.LoginView;
import dev.parley.admin.shell.FailureView;
import dev.parley.admin.shell.HomeView;
import dev.parley.admin.shell.NotFoundView;
import java.util.HashSet;
import java.util.Set;

/** What a class path scan would find; a test compares. */
final class Views {

    static final Set<Class<?>> ERRORS = Set.of(NotFoundView.class, FailureView.class);

    private Views() {}

    /** The frame's own, and those of the features. */
    static Set<Class<?>> routes(Features features) {
        var routes = new HashSet<Class<?>>(Set.of(LoginView.class, HomeView.class));
        features.all().forEach(feature -> routes.addAll(feature.views()));
        return routes;
    }
}
