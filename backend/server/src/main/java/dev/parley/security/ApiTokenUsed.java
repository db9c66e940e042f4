package dev.parley.security;

import java.util.UUID;

/** Is told of each request that an API token let in. Neither waits nor fails. */
public interface ApiTokenUsed {

    void used(UUID clientId, UUID tokenId);
}
