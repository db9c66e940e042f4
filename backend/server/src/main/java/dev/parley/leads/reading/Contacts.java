package dev.parley.leads.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows the e-mail address and the phone number through a call: what the caller says, what the agent reads back, gives out or
 * asks about, and what the caller says to that.
 */
final class Contacts {

    private static final Words YES = Words.of("yes");
    private static final Words NO = Words.of("no");
    private static final Words OURS = Words.of("ours");
    private static final Words CHECKING = Words.of("checking");
    private static final Words NOTED = Words.of("noted");
    private static final Words PHONE = Words.of("phone-words");
    private static final Words NO_PHONE = Words.of("no-phone");
    private static final Words OTHER_PEOPLE = Words.of("other-people");
    private static final int DIGITS_OF_A_TAIL = 2;
    private static final int DIGITS_OF_A_NUMBER = 7;
    private static final int LONG_ANSWER = 24;

    private final Side side;
    private final Set<String> own = new HashSet<>();
    private final Map<Field, Track> tracks =
            new EnumMap<>(Map.of(Field.EMAIL, new Track(Field.EMAIL), Field.PHONE, new Track(Field.PHONE)));
    private final Map<Field, Found> readBack = new EnumMap<>(Field.class);
    private Set<Topic> topics = EnumSet.noneOf(Topic.class);
    private boolean asksForOthers;
    private final @Nullable String callersNumber;

    Contacts(Side side, @Nullable String callersNumber, @Nullable String agentsNumber) {
        this.side = side;
        this.callersNumber = callersNumber;
        if (agentsNumber != null) {
            own.add(agentsNumber);
        }
    }

    Track track(Field field) {
        return tracks.get(field);
    }

    Set<Topic> topics() {
        return topics;
    }

    void agent(Speech speech) {
        readBack.clear();
        var tokens = speech.tokens();
        var emails = side.emails(tokens);
        var phones = side.phones(tokens, emails);
        emails.forEach(found -> agentSays(Field.EMAIL, found, tokens));
        tailReadBack(tokens, DIGITS_OF_A_NUMBER);
        if (!readBack.containsKey(Field.PHONE)) {
            phones.forEach(found -> agentSays(Field.PHONE, found, tokens));
        }
        if (!readBack.containsKey(Field.PHONE)) {
            tailReadBack(tokens, DIGITS_OF_A_TAIL);
        }
        topics = Topic.of(tokens);
        asksForOthers = OTHER_PEOPLE.anyIn(tokens);
    }

    private void agentSays(Field field, Found found, List<Token> tokens) {
        if (found.value() == null) {
            return;
        }
        var track = tracks.get(field);
        boolean callers = track.knows(found.value()) || found.value().equals(callersNumber);
        if (callers || !own.contains(found.value()) && isReadBack(track, found, tokens)) {
            readBack.put(field, found);
        } else {
            own.add(found.value());
        }
    }

    private boolean isReadBack(Track track, Found found, List<Token> tokens) {
        var before = Clause.before(tokens, found.from(), 0);
        var after = Clause.after(tokens, found.to(), tokens.size());
        if (OURS.anyIn(before)) {
            return false;
        }
        boolean asks = found.to() + after.size() < tokens.size()
                && tokens.get(found.to() + after.size()).isMark("?");
        boolean wasGiven = track.isOpen() || track.value() != null && Likeness.of(track.value(), found.value());
        return asks || wasGiven || NOTED.anyIn(before) || CHECKING.anyIn(before) && track.current() != null;
    }

    /** "Ending in 0199?" */
    private void tailReadBack(List<Token> tokens, int fewest) {
        var track = tracks.get(Field.PHONE);
        for (int i = 0; i < tokens.size() && track.value() != null; i++) {
            var row = DigitRow.at(tokens, i);
            if (row == null) {
                continue;
            }
            var digits = DigitTries.digits(row.items());
            int compared = Math.min(digits.length(), Math.max(fewest, DIGITS_OF_A_NUMBER));
            boolean same = fewest == DIGITS_OF_A_TAIL
                    ? track.value().endsWith(digits)
                    : track.value().endsWith(digits.substring(digits.length() - compared));
            if (digits.length() >= fewest && same) {
                readBack.put(
                        Field.PHONE,
                        new Found(track.value(), row.from(), row.to(), track.current().parts, false, List.of()));
            }
            i = row.to();
        }
    }

    void caller(Speech speech, List<Found> emails, List<Found> phones) {
        var tokens = speech.tokens();
        var all = new ArrayList<Found>(emails);
        all.addAll(phones);
        all.sort(java.util.Comparator.comparingInt(Found::from));
        var given = EnumSet.noneOf(Field.class);
        for (int i = 0; i < all.size(); i++) {
            var found = all.get(i);
            var field = emails.contains(found) ? Field.EMAIL : Field.PHONE;
            int start = i == 0 ? 0 : all.get(i - 1).to();
            int end = i + 1 == all.size() ? tokens.size() : all.get(i + 1).from();
            if (take(field, found, speech, start, end)) {
                given.add(field);
            }
            if (field == Field.EMAIL && tracks.get(Field.EMAIL).current() != null) {
                correctEmail(speech, found.to(), end);
            } else if (field == Field.PHONE
                    && found.value() != null
                    && tracks.get(Field.PHONE).current() != null) {
                correctPhone(speech, found.to(), end);
            }
        }
        for (var field : List.of(Field.EMAIL, Field.PHONE)) {
            if (!given.contains(field)) {
                answer(field, speech, phones);
            }
        }
        readBack.clear();
    }

    /** @return whether it says anything of the field */
    private boolean take(Field field, Found found, Speech speech, int start, int end) {
        var track = tracks.get(field);
        var places = speech.places(found.from(), found.to());
        if (field == Field.PHONE && !isPhone(speech.tokens(), found, start, end)) {
            return false;
        }
        if (found.value() == null) {
            if (readBack.get(field) == null && track.current() == null) {
                track.undecodable(places, found.decoding());
            }
            return false;
        }
        boolean confirms = readBack.get(field) != null
                && found.value().equals(readBack.get(field).value());
        if (own.contains(found.value()) && !confirms && !track.knows(found.value())) {
            return false;
        }
        var ownership = Ownership.of(speech.tokens(), found.from(), found.to(), start, end);
        if (asksForOthers && ownership == Ownership.CALLERS && track.current() != null && !track.knows(found.value())) {
            ownership = Ownership.OTHERS;
        }
        boolean offered = ownership == Ownership.OTHERS && !asksForOthers && isAsked(field) && track.current() == null;
        boolean other = ownership == Ownership.OTHERS && !offered
                || ownership == Ownership.OLD_ONE
                || ownership == Ownership.ALSO
                        && track.current() != null
                        && !found.value().equals(track.value());
        if (other && !confirms) {
            track.leave(found.value(), found.parts(), places, found.decoding());
            return true;
        }
        boolean again = found.value().equals(track.value()) || confirms;
        track.state(
                found.value(),
                found.parts(),
                found.inferred() && !confirms ? Certainty.INFERRED : Certainty.STATED,
                places,
                found.decoding());
        if (confirms && again) {
            track.confirm(List.of());
        }
        return true;
    }

    /** Nothing new of this field was said: perhaps a yes, a no, or a correction of what was read back. */
    private void answer(Field field, Speech speech, List<Found> phones) {
        var track = tracks.get(field);
        var base = readBack.get(field);
        boolean spoken = base != null || topics.contains(Topic.SPELL) || isAsked(field);
        var value = base != null ? base.value() : track.value();
        if (value != null && spoken) {
            var parts = base != null ? base.parts() : track.current().parts;
            if (field == Field.EMAIL
                    && track.current() != null
                    && !track.current().parts.isEmpty()) {
                parts = track.current().parts;
            }
            var corrected = isAgreed(base, speech)
                    ? Optional.<Found>empty()
                    : field == Field.EMAIL
                            ? EmailCorrection.of(value, parts, speech.tokens(), side.email())
                            : PhoneCorrection.of(value, parts, speech.tokens(), side.phone());
            if (corrected.isPresent()) {
                state(track, corrected.get(), speech);
                return;
            }
        }
        if (base == null) {
            return;
        }
        int yes = first(YES, speech.tokens());
        int no = first(NO, speech.tokens());
        if (no >= 0 && (yes < 0 || no < yes)) {
            if (value.equals(track.value())) {
                track.refuse();
            }
            return;
        }
        if (yes >= 0) {
            int length = YES.length(speech.tokens(), yes);
            var places = speech.places(yes, yes + length);
            track.state(value, base.parts(), Certainty.CONFIRMED, places, List.of("= " + value));
            track.confirm(places);
        }
    }

    /** "Yes, with a y": says again what was read back. */
    private static boolean isAgreed(@Nullable Found base, Speech speech) {
        var tokens = speech.tokens();
        return base != null
                && first(YES, tokens) >= 0
                && tokens.stream().limit(LONG_ANSWER).count() < LONG_ANSWER
                && !NO.anyIn(tokens)
                && !Pieces.FIX.anyIn(tokens)
                && !EmailCorrection.NOT.anyIn(tokens)
                && !EmailCorrection.BUT.anyIn(tokens);
    }

    private boolean isAsked(Field field) {
        return topics.contains(field == Field.EMAIL ? Topic.EMAIL : Topic.PHONE);
    }

    private static int first(Words words, List<Token> tokens) {
        int at = 0;
        while (at < tokens.size() && at < 6) {
            if (words.isAt(tokens, at)) {
                return at;
            }
            int filler = Fillers.length(tokens, at);
            if (filler == 0 && tokens.get(at).kind() != Token.Kind.MARK) {
                return -1;
            }
            at += Math.max(1, filler);
        }
        return -1;
    }

    private void correctEmail(Speech speech, int from, int to) {
        correct(Field.EMAIL, speech, from, to);
    }

    private void correctPhone(Speech speech, int from, int to) {
        correct(Field.PHONE, speech, from, to);
    }

    private void correct(Field field, Speech speech, int from, int to) {
        var track = tracks.get(field);
        var current = track.current();
        if (current == null || current.value == null || from >= to) {
            return;
        }
        var rest = speech.tokens().subList(from, to);
        if (field == Field.PHONE && !Pieces.FIX.anyIn(rest)) {
            return;
        }
        var corrected = field == Field.EMAIL
                ? EmailCorrection.of(current.value, current.parts, rest, side.email())
                : PhoneCorrection.of(current.value, current.parts, rest, side.phone());
        corrected.ifPresent(found -> state(
                track,
                new Found(
                        found.value(), found.from() + from, found.to() + from, found.parts(), false, found.decoding()),
                speech));
    }

    private static void state(Track track, Found found, Speech speech) {
        track.state(
                found.value(),
                found.parts(),
                Certainty.STATED,
                speech.places(found.from(), found.to()),
                found.decoding());
    }

    /** By the words around it; without any, by what the agent asked for. */
    private boolean isPhone(List<Token> tokens, Found found, int start, int end) {
        var before = Clause.before(tokens, found.from(), start);
        int phone = last(PHONE, before, "weak");
        int weak = last(PHONE, before, "");
        int other = last(NO_PHONE, before, "");
        var after = Clause.after(tokens, found.to(), Math.min(end, found.to() + 6));
        if (other >= 0 && other > phone) {
            return false;
        }
        boolean asked = topics.contains(Topic.PHONE);
        if (phone < 0 && weak < 0 && !asked && NO_PHONE.anyIn(after)) {
            return false;
        }
        if (topics.contains(Topic.OTHER) && phone < 0 && weak < 0 && !asked) {
            return false;
        }
        return found.value() != null && !found.inferred() || phone >= 0 || weak >= 0 || asked;
    }

    private static int last(Words words, List<Token> tokens, String except) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            var hit = words.at(tokens, i);
            if (hit != null && !hit.value().equals(except)) {
                return i;
            }
        }
        return -1;
    }

    Optional<String> value(Field field) {
        return Optional.ofNullable(tracks.get(field).value());
    }
}
