package dev.parley.leads.reading;

import dev.parley.leads.reading.DigitRow.Item;
import java.util.List;

/** Figures that are written as no phone number is: dates, amounts. */
final class Figures {

    private Figures() {}

    static boolean areOther(List<Token> tokens, List<Item> items) {
        return isAmount(tokens, items)
                || isDate(tokens, items)
                || hasCurrencyBefore(tokens, items.getFirst().from());
    }

    /** 2,125,550,142 */
    private static boolean isAmount(List<Token> tokens, List<Item> items) {
        if (items.size() < 3
                || items.getFirst().group().digits().length() > 3
                || items.getFirst().group().digits().startsWith("0")) {
            return false;
        }
        for (int i = 1; i < items.size(); i++) {
            var item = items.get(i);
            boolean glued = tokens.get(item.from() - 1).isMark(",")
                    && tokens.get(item.from()).glued();
            if (!glued || item.group().digits().length() != 3 || item.group().spoken()) {
                return false;
            }
        }
        return true;
    }

    /** 12.05.2026, 2026-05-12 */
    private static boolean isDate(List<Token> tokens, List<Item> items) {
        for (int i = 0; i + 2 < items.size(); i++) {
            int first = items.get(i).group().digits().length();
            int second = items.get(i + 1).group().digits().length();
            int third = items.get(i + 2).group().digits().length();
            boolean date = first <= 2 && second <= 2 && (third == 4 || third == 2 && i == 0 && items.size() == 3)
                    || first == 4 && second <= 2 && third <= 2 && items.size() == 3;
            if (date && isGlued(tokens, items.get(i + 1)) && isGlued(tokens, items.get(i + 2))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGlued(List<Token> tokens, Item item) {
        var before = tokens.get(item.from() - 1);
        return before.glued() && tokens.get(item.from()).glued() && (before.isMark(".") || before.isMark("-"));
    }

    private static boolean hasCurrencyBefore(List<Token> tokens, int from) {
        return from > 0
                && tokens.get(from - 1).kind() == Token.Kind.MARK
                && Character.getType(tokens.get(from - 1).text().codePointAt(0)) == Character.CURRENCY_SYMBOL;
    }
}
