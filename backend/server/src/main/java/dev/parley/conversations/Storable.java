package dev.parley.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** JSON as PostgreSQL can store it: without NUL characters and halves of surrogate pairs, which recognisers have sent. */
final class Storable {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Storable() {}

    /** The same tree when there is nothing to mend, as nearly always. */
    static JsonNode of(JsonNode tree) {
        return isGood(tree) ? tree : mended(tree);
    }

    private static boolean isGood(JsonNode tree) {
        if (tree.isTextual()) {
            return isGood(tree.textValue());
        }
        if (tree instanceof ObjectNode object) {
            for (var field : object.properties()) {
                if (!isGood(field.getKey()) || !isGood(field.getValue())) {
                    return false;
                }
            }
            return true;
        }
        for (var element : tree) {
            if (!isGood(element)) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode mended(JsonNode tree) {
        if (tree.isTextual()) {
            return TextNode.valueOf(mended(tree.textValue()));
        }
        if (tree.isArray()) {
            var array = NODES.arrayNode(tree.size());
            tree.forEach(element -> array.add(mended(element)));
            return array;
        }
        if (tree instanceof ObjectNode object) {
            var copy = NODES.objectNode();
            object.properties().forEach(field -> copy.set(mended(field.getKey()), mended(field.getValue())));
            return copy;
        }
        return tree;
    }

    private static boolean isGood(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == 0 || Character.isSurrogate(one)) {
                return false; // a whole pair is good, too: mending leaves it as it is
            }
        }
        return true;
    }

    private static String mended(String text) {
        if (isGood(text)) {
            return text;
        }
        var good = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point != 0 && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE))
                .forEach(good::appendCodePoint);
        return good.toString();
    }
}
