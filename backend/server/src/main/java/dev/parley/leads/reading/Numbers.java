package dev.parley.leads.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads numbers, written or in words, as they are dictated: by digits, pairs, hundreds, "double", "three fives". */
final class Numbers {

    private static final Words WORDS = Words.of("numbers");
    private static final Words REPEATS = Words.of("repeats");
    private static final Words MANY = Words.of("many-of-a-digit");
    private static final Words JOINING = Words.of("joins-hundreds");
    private static final int MOST_TIMES = 5;

    private Numbers() {}

    /** The number that begins at this token. */
    static @Nullable Group at(List<Token> tokens, int from) {
        if (from >= tokens.size()) {
            return null;
        }
        var repeated = repeated(tokens, from);
        if (repeated != null) {
            return repeated;
        }
        var token = tokens.get(from);
        if (token.kind() == Token.Kind.DIGITS) {
            return Group.written(token.word());
        }
        return inWords(tokens, from);
    }

    static boolean isAt(List<Token> tokens, int from) {
        return at(tokens, from) != null;
    }

    /** "double seven", "дважды два", "three fives", "два нуля". */
    private static @Nullable Group repeated(List<Token> tokens, int from) {
        var repeat = REPEATS.at(tokens, from);
        int times = repeat == null ? count(tokens, from) : Integer.parseInt(repeat.value());
        int next = from + (repeat == null ? 1 : repeat.length());
        if (times < 2 || times > MOST_TIMES || next >= tokens.size()) {
            return null;
        }
        var many = MANY.at(tokens, next);
        if (many != null) {
            return new Group(List.of(), many.value().repeat(times), next + many.length() - from, true);
        }
        if (repeat == null) {
            return null;
        }
        var one = WORDS.at(tokens, next);
        var digit =
                tokens.get(next).kind() == Token.Kind.DIGITS ? tokens.get(next).word() : one == null ? "" : one.value();
        return digit.length() != 1
                ? null
                : new Group(List.of(), digit.repeat(times), next + (one == null ? 1 : one.length()) - from, true);
    }

    private static int count(List<Token> tokens, int from) {
        var token = tokens.get(from);
        if (token.kind() == Token.Kind.DIGITS) {
            return token.word().length() == 1 ? Integer.parseInt(token.word()) : 0;
        }
        var number = WORDS.at(tokens, from);
        return number == null || number.length() != 1 ? 0 : digit(number.value());
    }

    private static int digit(String value) {
        return value.length() == 1 ? Integer.parseInt(value) : 0;
    }

    private static @Nullable Group inWords(List<Token> tokens, int from) {
        var parts = new ArrayList<Integer>();
        int at = from;
        int room = Integer.MAX_VALUE;
        while (true) {
            int skipped = parts.isEmpty() ? 0 : skipped(tokens, at, parts.getLast());
            var hit = WORDS.at(tokens, at + skipped);
            if (hit == null) {
                break;
            }
            boolean multiplier = hit.value().startsWith("x");
            int value = Integer.parseInt(multiplier ? hit.value().substring(1) : hit.value());
            if (multiplier && multiplies(parts, value)) {
                parts.set(parts.size() - 1, parts.getLast() * value);
                room = value;
            } else if (parts.isEmpty() || !multiplier && value > 0 && value < room) {
                parts.add(value);
                room = room(value);
            } else {
                break;
            }
            at += skipped + hit.length();
        }
        return parts.isEmpty()
                ? null
                : new Group(
                        List.copyOf(parts),
                        Integer.toString(
                                parts.stream().mapToInt(Integer::intValue).sum()),
                        at - from,
                        true);
    }

    /** "hundred and five", "forty-five". */
    private static int skipped(List<Token> tokens, int at, int last) {
        if (at < tokens.size() && tokens.get(at).isMark("-") && tokens.get(at).glued()) {
            return last % 10 == 0 && last % 100 != 0 && last >= 20 ? 1 : 0;
        }
        return last % 100 == 0 && last > 0 ? JOINING.length(tokens, at) : 0;
    }

    /** "nine hundred" is one number, "forty hundred" are two. */
    private static boolean multiplies(List<Integer> parts, int value) {
        int last = parts.isEmpty() ? 0 : parts.getLast();
        return parts.size() == 1 && last > 0 && (last < 20 || value == 1000 && last < 1000);
    }

    /** What may follow as a part of the same number: units after tens, tens after hundreds. */
    private static int room(int value) {
        if (value >= 1000) {
            return 1000;
        }
        if (value >= 100) {
            return 100;
        }
        return value >= 20 ? 10 : 0;
    }
}
