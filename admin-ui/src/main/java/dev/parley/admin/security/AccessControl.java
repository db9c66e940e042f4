package dev.parley.admin.security;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;

/** Nobody sees any view without logging in; whoever does comes to where they were going. */
public final class AccessControl implements BeforeEnterListener {

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (event.getNavigationTarget() != LoginView.class && SignedIn.current().isEmpty()) {
            var asked = event.getLocation().getPathWithQueryParameters();
            event.forwardTo(
                    "login",
                    asked.isEmpty() || asked.equals(".")
                            ? QueryParameters.empty()
                            : QueryParameters.simple(Map.of("to", asked)));
        }
    }
}
