package dev.parley.sync;

import dev.parley.conversations.Conversations;
import dev.parley.gateway.ElevenLabsGateway;
import dev.parley.gateway.UpstreamException;
import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells an outage from conversations that cannot be had. When most of those asked for fail, ElevenLabs is asked for some that it
 * has given before: if it does not give them either, it is ElevenLabs. Counting alone would not do: of a quiet client's conversations
 * the one that is asked for may be the bad one, again and again.
 */
@ApplicationScoped
class OutageCheck {

    private static final int GIVEN_BEFORE = 3;
    /** With nothing to compare with: fewer may all be bad by chance. */
    private static final int BAD_BY_CHANCE = 2;

    private final ElevenLabsGateway gateway;
    private final Conversations conversations;
    private final Persistence persistence;

    @Inject
    OutageCheck(ElevenLabsGateway gateway, Conversations conversations, Persistence persistence) {
        this.gateway = gateway;
        this.conversations = conversations;
        this.persistence = persistence;
    }

    /** What an outage was met as; empty when there is none. */
    Optional<RuntimeException> behind(UUID clientId, DetailFetcher.Answers answers) {
        var faults = answers.faults();
        if (faults.size() * 2 <= answers.ids().count()) {
            return Optional.empty();
        }
        var failed = faults.stream().map(Fault::conversationId).toList();
        var givenBefore = persistence.inClient(
                Context.jobs(clientId),
                Mode.READ,
                transaction -> conversations.newestFinished(transaction, failed, GIVEN_BEFORE));
        boolean outage = givenBefore.isEmpty() ? faults.size() > BAD_BY_CHANCE : !givesOneOf(clientId, givenBefore);
        return outage ? Optional.of(faults.getLast().why()) : Optional.empty();
    }

    private boolean givesOneOf(UUID clientId, List<String> ids) {
        for (var id : ids) {
            try {
                gateway.conversation(clientId, id);
                return true;
            } catch (UpstreamException e) {
                if (e.code() == UpstreamException.Code.NOT_FOUND) {
                    return true; // it answers
                }
            }
        }
        return false;
    }
}
