package dev.parley.leads.reading;

import dev.parley.leads.reading.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts an address right by what was said of a part of it: "with two n's", "не тире, а подчёркивание", "s m y t h". */
final class EmailCorrection {

    static final Words NOT = Words.of("not");
    static final Words BUT = Words.of("but");
    private static final Words END = Words.of("at-the-end");
    private static final Words WITH = Words.of("written-with");
    private static final Words WITHOUT = Words.of("written-without");
    private static final Words SOUNDS = Words.of("sounds-like");

    private final List<Token> tokens;
    private final List<Piece> pieces;
    private final Function<String, Optional<String>> normalise;
    private final List<String> parts;
    private String local;
    private String domain;

    private EmailCorrection(
            String address, List<String> parts, List<Token> tokens, Function<String, Optional<String>> normalise) {
        this.tokens = tokens;
        this.pieces = Pieces.of(tokens, 0, tokens.size());
        this.normalise = normalise;
        this.parts = parts;
        this.local = address.substring(0, address.lastIndexOf('@'));
        this.domain = address.substring(address.lastIndexOf('@') + 1);
    }

    /**
     * @param parts of the address as it was said
     * @return empty when nothing was corrected
     */
    static Optional<Found> of(
            String address, List<String> parts, List<Token> tokens, Function<String, Optional<String>> normalise) {
        return new EmailCorrection(address, parts, tokens, normalise).read(address);
    }

    private Optional<Found> read(String address) {
        int first = -1;
        int last = 0;
        int i = 0;
        while (i < pieces.size()) {
            int used = step(i);
            if (used > 0) {
                first = first < 0 ? pieces.get(i).from() : first;
                last = pieces.get(Math.min(i + used, pieces.size()) - 1).to();
            }
            i += Math.max(used, 1);
        }
        var value = normalise.apply(local + "@" + domain).orElse(null);
        if (first < 0 || value == null || value.equals(address)) {
            return Optional.empty();
        }
        return Optional.of(new Found(
                value,
                first,
                last,
                List.of(local),
                false,
                List.of(address, "«" + Decoding.said(tokens, first, last) + "»", "= " + value)));
    }

    /** @return how many pieces this correction takes; 0 when there is none here */
    private int step(int i) {
        var piece = pieces.get(i);
        int with = WITH.length(tokens, piece.from());
        if (with > 0) {
            int next = pieceAt(i, piece.from() + with);
            if (next < pieces.size() && written(next)) {
                return next - i + 1;
            }
        }
        int without = WITHOUT.length(tokens, piece.from());
        if (without > 0) {
            int next = pieceAt(i, piece.from() + without);
            if (next < pieces.size() && pieces.get(next).kind() == Kind.SIGN) {
                local = local.replace(pieces.get(next).text(), "");
                return next - i + 1;
            }
        }
        int not = not(i);
        if (not > 0) {
            return not;
        }
        return piece.isLetter() ? letters(i) : piece.kind() == Kind.FIX ? again(i) : 0;
    }

    private int pieceAt(int i, int token) {
        int next = i;
        while (next < pieces.size() && pieces.get(next).from() < token) {
            next++;
        }
        return next;
    }

    /** "через точку", "with a y", "with two n's". */
    private boolean written(int i) {
        var piece = pieces.get(i);
        if (piece.kind() == Kind.SIGN) {
            return signed(piece.text());
        }
        if (!piece.isLetter()) {
            return piece.kind() == Kind.WORD && piece.text().length() == 2 && sounding(piece.text());
        }
        return piece.text().length() > 1
                        && piece.text().charAt(0) == piece.text().charAt(1)
                ? doubled(piece.text(), isAtTheEnd(i))
                : sounding(piece.text());
    }

    private boolean signed(String sign) {
        for (var other : List.of(".", "_", "-")) {
            if (!other.equals(sign) && local.indexOf(other) > 0 && local.indexOf(other) == local.lastIndexOf(other)) {
                local = local.replace(other, sign);
                return true;
            }
        }
        if (local.contains(sign) || parts.size() != 2) {
            return false;
        }
        local = String.join(sign, parts);
        return true;
    }

    private boolean isAtTheEnd(int i) {
        int from = Math.max(0, pieces.get(i).from() - 4);
        return END.anyIn(
                tokens.subList(from, Math.min(tokens.size(), pieces.get(i).to() + 3)));
    }

    private boolean doubled(String letters, boolean end) {
        var one = letters.substring(0, 1);
        if (local.contains(letters)) {
            return false;
        }
        int at = -1;
        for (int i = 0; i < local.length(); i++) {
            boolean last = i + 1 == local.length() || !Character.isLetter(local.charAt(i + 1));
            if (local.startsWith(one, i) && (!end || last)) {
                at = i;
            }
        }
        if (at < 0 && end) {
            for (int i = local.length() - 1; i >= 0 && at < 0; i--) {
                at = i > 0
                                && Character.isLetter(local.charAt(i))
                                && (i + 1 == local.length() || !Character.isLetter(local.charAt(i + 1)))
                        ? i + 1
                        : -1;
            }
            local = at < 0 ? local : local.substring(0, at) + letters + local.substring(at);
            return at >= 0;
        }
        if (at < 0) {
            return false;
        }
        local = local.substring(0, at) + letters + local.substring(at + 1);
        return true;
    }

    /** A letter that stands where one that sounds like it was taken. */
    private boolean sounding(String letter) {
        var others = SOUNDS.value(letter);
        if (others == null) {
            return false;
        }
        for (var other : others.split(" ")) {
            int at = local.indexOf(other);
            if (at >= 0 && local.indexOf(other, at + 1) < 0) {
                local = local.substring(0, at) + letter + local.substring(at + other.length());
                return true;
            }
        }
        return false;
    }

    /** "дефис, а не точка", "не тире, а точка", "b not v". */
    private int not(int i) {
        int length = NOT.length(tokens, pieces.get(i).from());
        if (length == 0) {
            return 0;
        }
        int next = pieceAt(i, pieces.get(i).from() + length);
        int end = run(next);
        if (end == next) {
            return 0;
        }
        int before = i;
        while (before > 0 && pieces.get(before - 1).kind() == Kind.PAUSE) {
            before--;
        }
        int start = before;
        while (start > 0
                && isPart(pieces.get(start - 1))
                && (start == before
                        || !pieces.get(start - 1).text().isEmpty()
                                && pieces.get(start - 1).isLetter())) {
            start--;
        }
        if (start < before && exchange(text(next, end), text(start, before))) {
            return end - i;
        }
        int right = end;
        while (right < pieces.size()
                && (!isPart(pieces.get(right))
                        || BUT.isAt(tokens, pieces.get(right).from()))
                && pieces.get(right).kind() != Kind.STOP) {
            right++;
        }
        if (provider(right)) {
            return Domains.at(tokens, pieces, right).end() - i;
        }
        int rightEnd = run(right);
        return rightEnd > right && exchange(text(next, end), text(right, rightEnd)) ? rightEnd - i : 0;
    }

    private int run(int from) {
        int end = from;
        while (end < pieces.size()
                && isPart(pieces.get(end))
                && (end == from
                        || pieces.get(end).isLetter() && pieces.get(from).isLetter())) {
            end++;
        }
        return end;
    }

    private static boolean isPart(Piece piece) {
        return piece.kind() == Kind.SIGN
                || piece.kind() == Kind.WORD
                || piece.kind() == Kind.DIGITS
                || piece.isLetter();
    }

    private String text(int from, int to) {
        var text = new StringBuilder();
        pieces.subList(from, to).forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    private boolean exchange(String wrong, String right) {
        if (wrong.isEmpty() || right.isEmpty() || wrong.equals(right)) {
            return false;
        }
        int at = local.lastIndexOf(wrong);
        if (at >= 0) {
            local = local.substring(0, at) + right + local.substring(at + wrong.length());
            return true;
        }
        if (domain.contains(wrong)) {
            domain = domain.replace(wrong, right);
            return true;
        }
        return alike(right);
    }

    /** Spelled letters are the word that they are like. */
    private int letters(int i) {
        int end = i;
        var text = new StringBuilder();
        while (end < pieces.size()
                && (pieces.get(end).isLetter()
                        || pieces.get(end).kind() == Kind.PAUSE && end > i
                        || pieces.get(end).kind() == Kind.DIGITS && end > i)) {
            text.append(
                    pieces.get(end).kind() == Kind.PAUSE ? "" : pieces.get(end).text());
            end++;
        }
        if (text.length() == 2 && text.charAt(0) == text.charAt(1) && end == i + 1) {
            return doubled(text.toString(), isAtTheEnd(i)) ? 1 : 0;
        }
        if (text.length() > 2 && !local.contains(text)) {
            alike(text.toString());
        }
        return text.length() > 2 ? end - i : 0;
    }

    /** "sorry, eighty-six", "нет, петренко". */
    private int again(int i) {
        int next = i + 1;
        while (next < pieces.size() && pieces.get(next).kind() == Kind.PAUSE) {
            next++;
        }
        if (provider(next)) {
            return Domains.at(tokens, pieces, next).end() - i;
        }
        int end = run(next);
        if (end == next) {
            return 0;
        }
        var text = text(next, end);
        if (pieces.get(next).kind() == Kind.SIGN) {
            return signed(text) ? end - i : 0;
        }
        return (text.length() > 1 && alike(text)) ? end - i : 0;
    }

    /** "нет, яндекс ру": another provider. */
    private boolean provider(int at) {
        if (at >= pieces.size() || !Domains.isProvider(tokens, pieces.get(at).from())) {
            return false;
        }
        var other = Domains.at(tokens, pieces, at);
        if (other == null) {
            return false;
        }
        domain = other.text();
        return true;
    }

    private boolean alike(String right) {
        var words = new ArrayList<String>(List.of(local.split("[._+-]")));
        words.add(local);
        parts.stream().filter(part -> part.length() > 1).filter(local::contains).forEach(words::add);
        words.add(domain.substring(0, domain.indexOf('.')));
        String best = null;
        for (var word : words) {
            boolean digits = Character.isDigit(word.isEmpty() ? ' ' : word.charAt(word.length() - 1));
            var letters = digits && !Character.isDigit(right.charAt(right.length() - 1))
                    ? word.replaceAll("\\d+$", "")
                    : word;
            if (Likeness.of(letters, right)
                    && (best == null || Likeness.distance(letters, right) < Likeness.distance(best, right))) {
                best = letters;
            }
        }
        if (best == null || best.equals(right)) {
            return false;
        }
        int at = local.indexOf(best);
        if (at >= 0) {
            local = local.substring(0, at) + right + local.substring(at + best.length());
        } else {
            domain = right + domain.substring(best.length());
        }
        return true;
    }
}
