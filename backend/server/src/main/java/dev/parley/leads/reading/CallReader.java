package dev.parley.leads.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a call from its first turn to its last. */
public final class CallReader {

    private CallReader() {}

    /**
     * @param side which addresses and numbers there are
     * @param callersNumber E.164, as the telephone network told it
     * @param agentsNumber the number that was called
     */
    public static Reading read(
            List<Line> lines, Side side, @Nullable String callersNumber, @Nullable String agentsNumber) {
        var contacts = new Contacts(side, callersNumber, agentsNumber);
        var names = new Names(isCased(lines));
        var companies = new Companies(isCased(lines));
        var intent = new Intent();
        var remarks = new EnumMap<Remark, Place>(Remark.class);
        Speech before = null;
        for (var line : lines) {
            var speech = Speech.of(line, WrittenEmails.tokens(line, side));
            if (!line.caller()) {
                contacts.agent(speech);
                names.agent(speech);
                intent.agent(speech);
                if (before != null && isLong(speech, side)) {
                    before = null;
                }
                continue;
            }
            var whole = before == null ? speech : Unfinished.join(before, speech, side);
            var emails = side.emails(whole.tokens());
            var phones = side.phones(whole.tokens(), emails);
            intent.caller(speech);
            companies.caller(speech, contacts.topics());
            note(remarks, speech, contacts.topics());
            names.caller(speech.without(side.emails(speech.tokens())), contacts.topics());
            contacts.caller(whole, emails, phones);
            before = whole.tokens().size() > 400 ? null : whole;
        }
        var values = new EnumMap<Field, String>(Field.class);
        var heard = new ArrayList<Heard>();
        if (names.value() != null) {
            values.put(Field.NAME, names.value());
        }
        heard.addAll(names.track().heard());
        if (companies.track().value() != null) {
            values.put(Field.COMPANY, companies.track().value());
        }
        heard.addAll(companies.track().heard());
        for (var field : List.of(Field.EMAIL, Field.PHONE)) {
            contacts.value(field).ifPresent(value -> values.put(field, value));
            heard.addAll(contacts.track(field).heard());
        }
        return new Reading(values, List.copyOf(heard), intent.outcome(lastContact(values, heard)), remarks);
    }

    private static void note(Map<Remark, Place> remarks, Speech speech, Set<Topic> asked) {
        for (var remark : Remark.values()) {
            int at = remarks.containsKey(remark) ? -1 : remark.firstIn(speech, asked);
            if (at >= 0) {
                remarks.put(
                        remark,
                        speech.places(at, at + remark.length(speech, at)).getFirst());
            }
        }
    }

    /** Whether the recogniser writes capitals: what a sentence begins with does not tell. */
    private static boolean isCased(List<Line> lines) {
        for (var line : lines) {
            var tokens = line.caller() ? Tokens.of(line.text()) : List.<Token>of();
            for (int i = 1; i < tokens.size(); i++) {
                boolean begins = tokens.get(i - 1).kind() == Token.Kind.MARK
                        && !tokens.get(i - 1).isMark(",");
                if (!begins
                        && tokens.get(i).isCapitalised()
                        && tokens.get(i).word().length() > 3) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int lastContact(Map<Field, String> values, List<Heard> heard) {
        return heard.stream()
                .filter(one -> one.field() == Field.EMAIL || one.field() == Field.PHONE)
                .filter(one -> one.value() != null && one.value().equals(values.get(one.field())))
                .mapToInt(one -> one.place().turn())
                .max()
                .orElse(-1);
    }

    private static boolean isLong(Speech agents, Side side) {
        return side.phones(agents.tokens(), List.of()).stream().anyMatch(found -> found.value() != null);
    }
}
