package dev.parley.admin.clients;

import dev.parley.admin.security.Account;

/** A person at work in one client. */
public record Workplace(Account account, Client client, Api api) {

    public boolean mayEdit() {
        return client.role().mayEdit();
    }
}
