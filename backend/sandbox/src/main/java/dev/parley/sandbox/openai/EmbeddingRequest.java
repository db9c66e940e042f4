package dev.parley.sandbox.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Texts, or their tokens, to be embedded, within the limits of the real API. */
final class EmbeddingRequest {

    /** The models, and how long their vectors are. */
    private static final Map<String, Integer> MODELS =
            Map.of("text-embedding-3-small", 1536, "text-embedding-3-large", 3072, "text-embedding-ada-002", 1536);

    private static final String OF_FIXED_LENGTH = "text-embedding-ada-002";
    private static final int MOST_INPUTS = 2_048;
    private static final int MOST_TOKENS_OF_ONE = 8_192;
    private static final int MOST_TOKENS = 300_000;
    private static final int LETTERS_OF_A_TOKEN = 4;

    private final ObjectNode body;
    private final String model;
    private int tokens;

    EmbeddingRequest(ObjectNode body) {
        this.body = body;
        this.model = body.path("model").asText("");
    }

    /** @throws RefusedException when it is not as it must be */
    Answer answer() {
        int full = MODELS.getOrDefault(model, 0);
        if (full == 0) {
            throw new RefusedException(
                    model.isEmpty()
                            ? Errors.invalid("model", "you must provide a model parameter")
                            : Errors.unknownModel(model));
        }
        int length = length(full);
        boolean isBase64 = isBase64();
        var answer = Json.object().put("object", "list").put("model", model);
        var data = answer.putArray("data");
        for (var text : texts()) {
            var vector = new WordVector(full).of(text, length);
            var one = data.addObject().put("object", "embedding").put("index", data.size() - 1);
            if (isBase64) {
                one.put("embedding", base64(vector));
            } else {
                one.set("embedding", Json.MAPPER.valueToTree(vector));
            }
        }
        answer.putObject("usage").put("prompt_tokens", tokens).put("total_tokens", tokens);
        return Answer.json(200, answer);
    }

    private int length(int full) {
        var asked = body.path("dimensions");
        if (asked.isMissingNode() || asked.isNull()) {
            return full;
        }
        if (model.equals(OF_FIXED_LENGTH)) {
            throw invalid("dimensions", "This model does not support specifying dimensions.");
        }
        if (!asked.isInt() || asked.intValue() < 1 || asked.intValue() > full) {
            throw invalid("dimensions", "Invalid value for 'dimensions': must be between 1 and " + full + ".");
        }
        return asked.intValue();
    }

    private boolean isBase64() {
        var format = body.path("encoding_format").asText("float");
        if (!format.equals("float") && !format.equals("base64")) {
            throw invalid("encoding_format", "Invalid value for 'encoding_format': 'float' or 'base64'.");
        }
        return format.equals("base64");
    }

    private List<String> texts() {
        var input = body.path("input");
        boolean isOne = input.isTextual() || input.path(0).isInt();
        var texts = new ArrayList<String>();
        for (var one : isOne ? List.of(input) : input) {
            texts.add(text(one));
        }
        if (texts.isEmpty() || texts.size() > MOST_INPUTS) {
            throw invalid("input", "'input' has 1 to " + MOST_INPUTS + " elements.");
        }
        if (tokens > MOST_TOKENS) {
            throw invalid("input", "Requested " + tokens + " tokens, max " + MOST_TOKENS + " tokens per request.");
        }
        return texts;
    }

    /** Of tokens, their numbers are as good as words. */
    private String text(JsonNode one) {
        int count;
        String text;
        if (one.isTextual()) {
            text = one.textValue();
            count = (text.length() + LETTERS_OF_A_TOKEN - 1) / LETTERS_OF_A_TOKEN;
        } else {
            var numbers = new ArrayList<String>();
            one.forEach(number -> numbers.add("token" + number.asInt()));
            text = String.join(" ", numbers);
            count = numbers.size();
        }
        if (count == 0) {
            throw invalid("input", "'$.input' is invalid. Please check the API reference.");
        }
        if (count > MOST_TOKENS_OF_ONE) {
            throw invalid(
                    "input",
                    "This model's maximum context length is 8192 tokens, however you requested " + count + ".");
        }
        tokens += count;
        return text;
    }

    private static String base64(float[] vector) {
        var bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float one : vector) {
            bytes.putFloat(one);
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static RefusedException invalid(String parameter, String message) {
        return new RefusedException(Errors.invalid(parameter, message));
    }
}
