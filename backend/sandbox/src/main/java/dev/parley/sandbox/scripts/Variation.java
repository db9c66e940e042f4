package dev.parley.sandbox.scripts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.sandbox.http.Json;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Gives a script's part to another person: name, e-mail addresses and telephone numbers change everywhere at once, in what
 * is said, in what the agent collected and in the expected lead.
 */
final class Variation {

    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@([\\w-]+\\.)+\\w+");
    private static final Pattern PHONE = Pattern.compile("(?<![\\w.])\\+?\\d[\\d ()-]{8,}\\d");
    private static final int SHORTEST_PHONE = 10;
    private static final int LAST_DIGITS = 4;

    private final Script script;
    private final long n;
    private final People.Person person;
    private final Map<String, String> emails = new LinkedHashMap<>();

    Variation(Script script, long n) {
        this.script = script;
        this.n = n;
        var caller = script.caller();
        this.person = People.person(script.language(), caller == null ? "male" : caller.gender(), n);
    }

    Script script() {
        try {
            return Json.MAPPER.treeToValue(changed(Json.MAPPER.valueToTree(script)), Script.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A script stays a script", e);
        }
    }

    private JsonNode changed(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(changed(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, changed(array.get(i)));
            }
        } else if (node instanceof TextNode text) {
            return TextNode.valueOf(changed(text.textValue()));
        }
        return node;
    }

    private String changed(String text) {
        // Most texts have neither: looking for one character first makes a variation three times as fast.
        var withEmails = text.indexOf('@') < 0 ? text : EMAIL.matcher(text).replaceAll(found -> email(found.group()));
        boolean hasDigits = withEmails.chars().anyMatch(Character::isDigit);
        return named(hasDigits ? PHONE.matcher(withEmails).replaceAll(this::phone) : withEmails);
    }

    private String named(String text) {
        var caller = script.caller();
        if (caller == null
                || caller.name() == null
                || caller.firstName() == null
                || !text.contains(caller.firstName())) {
            return text;
        }
        var withFullName = word(caller.name()).matcher(text).replaceAll(person.name());
        return word(caller.firstName()).matcher(withFullName).replaceAll(person.firstName());
    }

    private static Pattern word(String word) {
        return Pattern.compile("(?<![\\p{L}@.])" + Pattern.quote(word) + "(?![\\p{L}@])");
    }

    /** Each address of the script becomes another one at the same host. */
    private String email(String address) {
        return emails.computeIfAbsent(address.toLowerCase(Locale.ROOT), known -> {
            var host = known.substring(known.indexOf('@'));
            var number = emails.isEmpty() ? "" : Integer.toString(emails.size() + 1);
            return person.latin() + Math.floorMod(n, 97L) + number + host;
        });
    }

    /** Only the last digits change, so that the number stays a valid one in any notation. */
    private String phone(MatchResult found) {
        var text = found.group();
        var digits = text.replaceAll("\\D", "");
        if (digits.length() < SHORTEST_PHONE) {
            return text;
        }
        long last = Long.parseLong(digits.substring(digits.length() - LAST_DIGITS));
        var shifted = String.format(Locale.ROOT, "%04d", Math.floorMod(last + n * 37, 10_000L));
        var changed = new StringBuilder(text);
        int at = text.length();
        for (int digit = LAST_DIGITS - 1; digit >= 0; digit--) {
            do {
                at--;
            } while (!Character.isDigit(text.charAt(at)));
            changed.setCharAt(at, shifted.charAt(digit));
        }
        return changed.toString();
    }
}
