package dev.parley.leads.reading;

import dev.parley.leads.reading.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads e-mail addresses, written and said. */
final class EmailReader {

    private static final int MOST_ADDRESSES = 20;

    private EmailReader() {}

    /** @param normalise an address as it is stored; empty when it is none */
    static List<Found> read(List<Token> tokens, Function<String, java.util.Optional<String>> normalise) {
        var found = new ArrayList<Found>();
        var pieces = tokens.stream().anyMatch(token -> isAt(tokens, token))
                ? Pieces.of(tokens, 0, tokens.size())
                : List.<Piece>of();
        for (int i = 0; i < tokens.size() && found.size() < MOST_ADDRESSES; i++) {
            if (tokens.get(i).kind() == Token.Kind.EMAIL) {
                var value = tokens.get(i).word();
                found.add(new Found(value, i, i + 1, List.of(), false, List.of("= " + value)));
            }
        }
        for (int i = 0; i < pieces.size() && found.size() < MOST_ADDRESSES; i++) {
            if (!pieces.get(i).isAt()) {
                continue;
            }
            var domain = Domains.at(tokens, pieces, i + 1);
            var local = LocalPart.before(pieces, i);
            if (domain == null && pieces.get(i).kind() == Kind.WEAK_AT
                    || local == null && pieces.get(i).kind() == Kind.WEAK_AT) {
                continue;
            }
            int first = local == null ? i : local.from();
            int last = domain == null ? i + 1 : domain.end();
            var value = domain == null || local == null
                    ? null
                    : normalise.apply(local.text() + "@" + domain.text()).orElse(null);
            boolean inferred = domain != null && domain.inferred() || local != null && local.unsure();
            found.add(new Found(
                    value,
                    pieces.get(first).from(),
                    pieces.get(last - 1).to(),
                    local == null ? List.of() : local.parts(),
                    inferred,
                    Decoding.of(tokens, pieces.subList(first, last), value)));
        }
        found.sort(java.util.Comparator.comparingInt(Found::from));
        return found;
    }

    private static boolean isAt(List<Token> tokens, Token token) {
        return token.isMark("@") || token.isWord() && Pieces.AT.firstWords().contains(token.word());
    }
}
