package dev.parley.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back: a status, headers, the body's bytes and the way they travel. */
public record Answer(int status, Map<String, String> headers, byte[] body, Delivery delivery) {

    /** How a body goes over the wire. */
    public enum Delivery {
        WHOLE,
        /** In pieces, without saying how much there will be. */
        CHUNKED,
        /** The connection ends in the middle. */
        CUT_OFF
    }

    private static final byte[] NOTHING = {};

    public Answer {
        headers = Map.copyOf(headers);
    }

    public Answer(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, Delivery.WHOLE);
    }

    public static Answer json(int status, Object body) {
        return json(status, Json.bytes(body));
    }

    /** @param body JSON already */
    public static Answer json(int status, byte[] body) {
        return new Answer(status, Map.of("Content-Type", "application/json"), body);
    }

    public static Answer text(int status, String text) {
        return new Answer(
                status, Map.of("Content-Type", "text/plain; charset=utf-8"), text.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), NOTHING);
    }

    public Answer with(String header, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Answer(status, all, body, delivery);
    }

    public Answer with(byte[] otherBody) {
        return new Answer(status, headers, otherBody, delivery);
    }

    public Answer with(Delivery otherDelivery) {
        return new Answer(status, headers, body, otherDelivery);
    }
}
