package dev.parley.elevenlabs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook is about, read in one go through its body: nothing of its content is built.
 *
 * @param type post_call_transcription, post_call_audio, call_initiation_failure, or a newer one
 * @param eventTimestamp seconds since the epoch, from 0 to the end of the year 9999
 * @param conversationId null when it is about none
 */
public record WebhookHead(String type, long eventTimestamp, @Nullable String conversationId) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,20}");
    private static final double LATEST = 253_402_300_799.0;

    /**
     * Verify the signature before.
     *
     * @throws UnexpectedResponseException when it is no such envelope, has one of its fields twice, or something after it
     */
    public static WebhookHead parse(byte[] body) {
        try (var parser = JSON.createParser(body)) {
            return parse(parser);
        } catch (IOException e) {
            throw new UnexpectedResponseException("The webhook is not JSON"); // without the cause: it quotes content
        }
    }

    /**
     * The type of a webhook whose body is too long to be kept.
     *
     * @param length how many of the bytes are its beginning
     * @return empty when it is not said in the beginning
     */
    public static Optional<String> typeOf(byte[] beginning, int length) {
        try (var parser = JSON.createParser(beginning, 0, length)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    boolean found = parser.currentName().equals("type");
                    if (parser.nextToken() == JsonToken.VALUE_STRING && found) {
                        return Optional.of(parser.getText());
                    }
                    parser.skipChildren();
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // where the beginning ends
        }
    }

    /** Whether a webhook of this type brings a recording. */
    public static boolean isAudio(String type) {
        return type.endsWith("audio");
    }

    public boolean isAudio() {
        return isAudio(type);
    }

    private static WebhookHead parse(JsonParser parser) throws IOException {
        String type = null;
        Double timestamp = null;
        Optional<String> conversationId = null;
        require(parser.nextToken() == JsonToken.START_OBJECT, "The webhook is no object");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            switch (name) {
                case "type" -> {
                    require(type == null && value == JsonToken.VALUE_STRING, "The webhook's type is not one text");
                    type = parser.getText();
                }
                case "event_timestamp" -> {
                    require(
                            timestamp == null && isNumber(value, parser),
                            "The webhook's event_timestamp is not one number");
                    timestamp = Double.valueOf(parser.getText());
                }
                case "data" -> {
                    require(
                            conversationId == null && value == JsonToken.START_OBJECT,
                            "The webhook's data is not one object");
                    conversationId = conversationId(parser);
                }
                default -> parser.skipChildren();
            }
        }
        require(parser.nextToken() == null, "The webhook has something after its end");
        require(type != null && !type.isBlank(), "The webhook has no type");
        require(timestamp != null && conversationId != null, "The webhook has no data or no event_timestamp");
        require(timestamp >= 0 && timestamp <= LATEST, "The webhook's event_timestamp is no time");
        return new WebhookHead(type, timestamp.longValue(), conversationId.orElse(null));
    }

    private static Optional<String> conversationId(JsonParser parser) throws IOException {
        var found = Optional.<String>empty();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = parser.currentName().equals("conversation_id");
            if (parser.nextToken() == JsonToken.VALUE_STRING && wanted) {
                found = Optional.of(parser.getText());
            }
            parser.skipChildren();
        }
        return found;
    }

    /** ElevenLabs' examples show a number, its table of fields says string: digits in quotation marks are as good. */
    private static boolean isNumber(JsonToken value, JsonParser parser) throws IOException {
        return value.isNumeric()
                || (value == JsonToken.VALUE_STRING
                        && DIGITS.matcher(parser.getText()).matches());
    }

    private static void require(boolean good, String otherwise) {
        if (!good) {
            throw new UnexpectedResponseException(otherwise);
        }
    }

    @Override
    public String toString() {
        return "WebhookHead[" + type + " at " + eventTimestamp + "]";
    }
}
