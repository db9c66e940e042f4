package dev.parley.clients;

import dev.parley.sandbox.world.Client;
import dev.parley.sandbox.world.User;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;

/** Creates clients in the running server as it does with those of PARLEY_CLIENTS_FILE. */
public final class ClientMaker {

    private ClientMaker() {}

    /** Without an API key nothing of it is synced, without a webhook secret nothing is taken for it. */
    public static void create(Client client, List<User> members, boolean withApiKey, boolean withWebhookSecret) {
        var agent = client.agent();
        CDI.current()
                .select(Provisioning.class)
                .get()
                .create(new ClientSpec(
                        client.id(),
                        client.name(),
                        client.defaultLanguage(),
                        null,
                        List.of(new ClientSpec.AgentSpec(agent.id(), agent.name(), agent.language())),
                        members.stream()
                                .flatMap(user -> user.memberships().stream()
                                        .filter(membership ->
                                                membership.clientId().equals(client.id()))
                                        .map(membership ->
                                                new ClientSpec.MemberSpec(user.id(), user.email(), membership.role())))
                                .toList(),
                        withApiKey ? client.elevenlabsApiKey() : null,
                        withWebhookSecret ? client.webhookSecret() : null,
                        null));
    }
}
