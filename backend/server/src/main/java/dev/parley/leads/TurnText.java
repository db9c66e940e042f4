package dev.parley.leads;

import dev.parley.elevenlabs.Turn;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was said in a turn, as far as it is read. */
final class TurnText {

    /** Nobody says more in one breath; what is longer was made to keep us busy. */
    static final int MOST_CHARACTERS = 20_000;

    /** What speech recognition writes of sounds: [silence], (coughs), *music*. */
    private static final Pattern SOUND = Pattern.compile("[\\[(*<][\\p{L}\\p{Z}\\p{P}&&[^\\[\\]()*<>@]]*+[\\])*>]");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

    private TurnText() {}

    /** @return null when this side said nothing in the turn */
    static @Nullable String of(Turn turn, String role) {
        var message = turn.message();
        return message == null || !turn.role().equals(role) ? null : readable(message);
    }

    /** Whether the caller spoke: "..." is how silence is written. */
    static boolean isSpeech(Turn turn) {
        var message = of(turn, "user");
        return message != null && hasWords(message);
    }

    static boolean hasWords(String text) {
        return WORD.matcher(SOUND.matcher(text).replaceAll("")).find();
    }

    /** Without the address or number that the cut may have gone through. */
    private static String readable(String message) {
        if (message.length() <= MOST_CHARACTERS) {
            return message;
        }
        int end = MOST_CHARACTERS;
        while (end > 0 && !Character.isWhitespace(message.charAt(end - 1))) {
            end--;
        }
        while (end > 0 && !Character.isLetter(message.charAt(end - 1))) {
            end--;
        }
        return message.substring(0, end);
    }
}
