package dev.parley.admin.server;

import dev.parley.admin.conversations.ConversationsView;
import dev.parley.admin.leads.LeadsView;
import dev.parley.admin.security.LoginView;
import dev.parley.admin.shell.FailureView;
import dev.parley.admin.shell.HomeView;
import dev.parley.admin.shell.NotFoundView;
import dev.parley.admin.sync.SyncView;
import dev.parley.admin.tokens.TokensView;
import java.util.Set;

/** What a class path scan would find; a test compares. */
final class Views {

    static final Set<Class<?>> ROUTES = Set.of(
            LoginView.class,
            HomeView.class,
            LeadsView.class,
            ConversationsView.class,
            SyncView.class,
            TokensView.class);
    static final Set<Class<?>> ERRORS = Set.of(NotFoundView.class, FailureView.class);

    private Views() {}
}
