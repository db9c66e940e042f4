package dev.parley.benchmark.extraction;

import dev.parley.benchmark.extraction.LabelledCall.Said;
import dev.parley.benchmark.extraction.Tongue.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes one call: who rings, what they want, how they say, spell and correct their contacts. */
final class CallMaker {

    private static final int LEADS_PERCENT = 75;

    private final Chance chance;
    private final Tongue tongue;
    private final Script script;
    private final Person person;
    private final boolean plain;
    private final List<Said> said = new ArrayList<>();
    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, Set<Integer>> turns = new HashMap<>();
    private String kind = "plain";

    private CallMaker(Chance chance, Tongue tongue) {
        this.chance = chance;
        this.tongue = tongue;
        this.script = tongue.script();
        this.person = tongue.person(chance);
        this.plain = chance.in(30);
    }

    static LabelledCall make(long seed) {
        var chance = Chance.of(seed);
        return new CallMaker(chance, chance.in(50) ? new English() : new Russian()).call();
    }

    private LabelledCall call() {
        agent(chance.of(script.openings()));
        boolean lead = chance.in(LEADS_PERCENT);
        if (!lead) {
            refuse();
            return new LabelledCall(tongue.code(), kind, said, fields, turns, false);
        }
        caller(chance.of(script.wishes()));
        if (chance.in(50)) {
            agent(chance.of("Of course.", "Sure.")
                    .replaceAll(
                            tongue.code().equals("ru") ? ".*" : "^$",
                            tongue.code().equals("ru") ? "Конечно." : ""));
            caller(chance.of(script.small()));
        }
        name();
        var parts = new ArrayList<Runnable>();
        if (chance.in(80)) {
            parts.add(this::phone);
        }
        if (chance.in(70)) {
            parts.add(this::email);
        }
        if (chance.in(50)) {
            java.util.Collections.reverse(parts);
        }
        parts.forEach(Runnable::run);
        if (chance.in(30)) {
            agent(ru("Что-нибудь ещё?", "Anything else we should know?"));
            caller(chance.of(script.distractions())
                    .replace("{o}", tongue.phone(tongue.number(chance), "digits", chance)));
        }
        agent(ru("Отлично, спасибо.", "Perfect, we'll be in touch."));
        caller(chance.of(script.ends()));
        return new LabelledCall(tongue.code(), kind, said, fields, turns, true);
    }

    private String ru(String russian, String english) {
        return tongue.code().equals("ru") ? russian : english;
    }

    private void refuse() {
        kind = chance.of(List.copyOf(new java.util.TreeSet<>(script.refusals().keySet())));
        caller(chance.of(script.refusals().get(kind)));
        if (chance.in(40)
                && Set.of("COMPLAINT", "JOB_SEEKER", "SALES_CALL", "CANCELLATION")
                        .contains(kind)) {
            name();
            agent(chance.of(script.asksPhone()));
            caller(tongue.phone(tongue.number(chance), "digits", chance));
            fields.clear();
        }
        agent(ru("Поняла вас, до свидания.", "I see. Have a good day."));
    }

    private void name() {
        agent(chance.of(script.asksName()));
        var full = chance.in(80) ? person.full() : person.first();
        fields.put("name", full);
        caller(chance.of(script.saysName()).replace("{v}", full));
        mark("name");
        if (chance.in(12) && full.contains(" ") && tongue.code().equals("en")) {
            agent("Could you spell the last name?");
            caller(String.join(
                    chance.of(" ", "-", ", "),
                    person.last().toUpperCase(Locale.ROOT).split("")));
            mark("name");
        }
    }

    private void phone() {
        var number = tongue.number(chance);
        var style = chance.of("digits", "pairs", "single", "pairs");
        agent(chance.of(script.asksPhone()));
        int way = chance.below(10);
        if (way == 0) {
            var wrong = tongue.number(chance);
            caller(tongue.phone(wrong, style, chance)
                    + ru(
                            chance.of(", ой, нет, это старый, ", ", нет, извините, "),
                            chance.of(", no wait, that's my old one, it's ", ", sorry, that's wrong, "))
                    + tongue.phone(number, style, chance));
            kind = "phone restated";
            mark("phone");
        } else if (way == 1) {
            caller(said(number, style));
            mark("phone");
            var wrong =
                    number.substring(0, number.length() - 1) + (number.charAt(number.length() - 1) == '9' ? '1' : '9');
            agent(chance.of(script.readsBack()).replace("{v}", tongue.phone(wrong, "digits", chance)));
            var tail = number.substring(number.length() - 2);
            caller(ru(
                    chance.of(
                            "Нет, на конце " + tail,
                            "Нет, последние цифры " + tail,
                            "Не " + wrong.substring(wrong.length() - 2) + ", а " + tail),
                    chance.of(
                            "No, it ends in " + tail,
                            "No, the last two are " + tail,
                            "No, " + tail + ", not " + wrong.substring(wrong.length() - 2))));
            turns.remove("phone");
            mark("phone");
            turns.get("phone").add(said.size() - 3);
            kind = "phone part corrected";
        } else if (way == 2) {
            var national = number.substring(2);
            caller(ru("8 ", "") + national.substring(0, 3));
            mark("phone");
            agent(ru("Так.", "Mm-hmm."));
            caller(national.substring(3, 6));
            mark("phone");
            agent(ru("Дальше.", "Go on."));
            caller(national.substring(6));
            mark("phone");
            kind = "phone in parts";
        } else {
            caller(chance.of(script.saysPhone()).replace("{v}", said(number, style)));
            mark("phone");
            kind = kind.equals("plain") ? "phone " + style : kind;
            readBack("phone", tongue.phone(number, "digits", chance));
        }
        fields.put("phone", number);
    }

    private String said(String number, String style) {
        return tongue.phone(number, style, chance);
    }

    private void email() {
        var style = chance.of("written", "words", "words", "spelled", "alphabet", "mixed");
        var separator = chance.of(".", ".", "_", "-", "");
        boolean initial = chance.in(30);
        boolean digits = chance.in(30);
        var local = (initial ? person.latinFirst().substring(0, 1) : person.latinFirst())
                + separator
                + person.latinLast()
                + (digits ? String.valueOf(60 + chance.below(40)) : "");
        var address = local + "@" + (tongue.code().equals("ru") ? Russian.domain(chance) : English.domain(chance));
        agent(chance.of(script.asksEmail()));
        var spoken = style.equals("written") ? address : tongue.email(address, person, style, chance);
        int way = chance.below(10);
        if (way == 0 && separator.length() == 1 && !style.equals("written")) {
            var wrong = local.replace(separator, separator.equals(".") ? "_" : ".") + address.substring(local.length());
            caller(tongue.email(wrong, person, style, chance));
            agent(chance.of(script.readsBack()).replace("{v}", wrong));
            caller(ru(
                    "Нет, не " + sign(wrong.charAt(wrong.indexOf(separator.equals(".") ? '_' : '.'))) + ", а "
                            + sign(separator.charAt(0)),
                    "No, it's " + sign(separator.charAt(0)) + ", not " + sign(separator.equals(".") ? '_' : '.')));
            kind = "email sign corrected";
            mark("email");
        } else if (way == 1) {
            var wrong = tongue.code().equals("ru") ? "mail.ru" : "yahoo.com";
            if (address.endsWith(wrong)) {
                wrong = "gmail.com";
            }
            caller(tongue.email(local + "@" + wrong, person, style, chance));
            agent(ru("Минутку.", "One second."));
            caller(ru("Ой, нет, перепутал, ", "Oh sorry, I mean ") + tongue.email(address, person, style, chance));
            kind = "email restated";
            mark("email");
        } else if (way == 2 && tongue.code().equals("en") && !style.equals("written") && !initial) {
            caller(chance.of(script.saysEmail()).replace("{v}", spoken) + ", that's "
                    + String.join(" ", person.latinLast().split("")));
            kind = "email spelled too";
            mark("email");
        } else {
            caller(chance.of(script.saysEmail()).replace("{v}", spoken));
            kind = "email " + style;
            mark("email");
            readBack("email", address);
        }
        fields.put("email", address);
    }

    private String sign(char sign) {
        return switch (sign) {
            case '.' -> ru("точка", "dot");
            case '_' -> ru("нижнее подчёркивание", "underscore");
            default -> ru("дефис", "dash");
        };
    }

    private void readBack(String field, String value) {
        if (chance.in(40)) {
            agent(chance.of(script.readsBack()).replace("{v}", value));
            caller(chance.of(script.agrees()));
            turns.get(field).add(said.size() - 1);
        }
    }

    private void mark(String field) {
        turns.computeIfAbsent(field, key -> new HashSet<>()).add(said.size() - 1);
    }

    private void agent(String text) {
        said.add(new Said(false, text));
    }

    private void caller(String text) {
        said.add(new Said(
                true,
                plain
                        ? text.toLowerCase(Locale.ROOT)
                                .replaceAll("[,!?:;]|\\.(?=\\s|$)|(?<=\\s)-(?=\\s)", " ")
                                .replaceAll(" +", " ")
                                .strip()
                        : text));
    }
}
