package dev.parley.admin.clients;

import org.jspecify.annotations.Nullable;

/** The addresses of everything in a client. */
public final class Links {

    private Links() {}

    public static String leads(String clientId) {
        return "c/" + clientId + "/leads";
    }

    public static String lead(String clientId, String leadId) {
        return leads(clientId) + "/" + leadId;
    }

    public static String sync(String clientId) {
        return "c/" + clientId + "/sync";
    }

    public static String tokens(String clientId) {
        return "c/" + clientId + "/tokens";
    }

    public static String conversations(String clientId) {
        return "c/" + clientId + "/conversations";
    }

    /** @param turn to jump to, null for the beginning */
    public static String conversation(String clientId, String conversationId, @Nullable Integer turn) {
        return conversations(clientId) + "/" + conversationId + (turn == null ? "" : "?turn=" + turn);
    }
}
