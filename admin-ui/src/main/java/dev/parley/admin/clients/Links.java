package dev.parley.admin.clients;

/** Addresses in a client. Features know each other by these only: the name of the other one, and the id of the thing. */
public final class Links {

    private Links() {}

    public static String client(String clientId) {
        return "c/" + clientId;
    }

    /** @param feature its name, as in its navigation entry */
    public static String list(String clientId, String feature) {
        return client(clientId) + "/" + feature;
    }

    /** One thing of a feature's list. */
    public static String one(String clientId, String feature, String id) {
        return list(clientId, feature) + "/" + id;
    }
}
