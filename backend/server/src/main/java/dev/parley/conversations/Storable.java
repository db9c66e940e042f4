package dev.parley.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** JSON as PostgreSQL can store it: without NUL characters and halves of surrogate pairs, which recognisers have sent. */
final class Storable {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Storable() {}

    static JsonNode of(JsonNode tree) {
        if (tree.isTextual()) {
            return isGood(tree.textValue()) ? tree : TextNode.valueOf(mended(tree.textValue()));
        }
        if (tree.isArray()) {
            var array = NODES.arrayNode(tree.size());
            tree.forEach(element -> array.add(of(element)));
            return array;
        }
        if (tree instanceof ObjectNode object) {
            var copy = NODES.objectNode();
            object.properties().forEach(field -> copy.set(mended(field.getKey()), of(field.getValue())));
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
