package dev.parley.sandbox.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts a partial object over another one: objects are merged, anything else, null too, takes the place of what was there. */
final class Merge {

    private Merge() {}

    static void into(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(field -> {
            if (target.get(field.getKey()) instanceof ObjectNode inner
                    && field.getValue() instanceof ObjectNode innerPatch) {
                into(inner, innerPatch);
            } else {
                target.set(field.getKey(), field.getValue());
            }
        });
    }
}
