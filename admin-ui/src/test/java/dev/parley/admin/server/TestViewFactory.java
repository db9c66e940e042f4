package dev.parley.admin.server;

import com.vaadin.flow.server.VaadinService;

/** Gives the views of a browserless test the panel of that test. */
public final class TestViewFactory extends ViewFactory {

    private static Panel current;

    public static void use(Panel panel) {
        current = panel;
    }

    @Override
    protected Panel panel(VaadinService service) {
        return current;
    }
}
