package dev.parley.sync;

import dev.parley.elevenlabs.UnexpectedResponseException;
import dev.parley.gateway.UpstreamException;
import dev.parley.persistence.PersistenceException;

/**
 * Why a conversation could not be had, or not be stored.
 *
 * @param conversationId ElevenLabs' id
 */
record Fault(String conversationId, RuntimeException why) {

    /** A word for it that says nothing of the content. */
    String code() {
        return switch (why) {
            case UpstreamException upstream -> upstream.code().name();
            case UnexpectedResponseException odd -> UpstreamException.Code.MALFORMED.name();
            case PersistenceException refused -> "NOT_STORABLE";
            default -> "INTERNAL";
        };
    }
}
