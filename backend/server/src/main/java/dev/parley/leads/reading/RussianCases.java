package dev.parley.leads.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of people in Russian as they are called when nothing governs them: "на имя Петрова Ивана" is Петров Иван. */
final class RussianCases {

    private static final Map<String, String> MALE = new HashMap<>();
    private static final Map<String, String> FEMALE = new HashMap<>();
    private static final Map<String, String> GIVEN = Words.of("given-names").single();

    /** Endings of surnames and patronymics: in a case, and without one. */
    private static final List<String[]> MEN = List.of(
            new String[] {"овича", "ович"},
            new String[] {"евича", "евич"},
            new String[] {"ича", "ич"},
            new String[] {"ского", "ский"},
            new String[] {"цкого", "цкий"},
            new String[] {"ова", "ов"},
            new String[] {"ева", "ев"},
            new String[] {"ина", "ин"},
            new String[] {"ына", "ын"},
            new String[] {"ову", "ов"},
            new String[] {"еву", "ев"},
            new String[] {"ину", "ин"},
            new String[] {"ука", "ук"},
            new String[] {"юка", "юк"},
            new String[] {"ника", "ник"},
            new String[] {"ана", "ан"},
            new String[] {"яна", "ян"},
            new String[] {"мана", "ман"},
            new String[] {"ца", "ец"},
            new String[] {"ля", "ль"});

    private static final List<String[]> WOMEN = List.of(
            new String[] {"вны", "вна"},
            new String[] {"вну", "вна"},
            new String[] {"вне", "вна"},
            new String[] {"вной", "вна"},
            new String[] {"овой", "ова"},
            new String[] {"евой", "ева"},
            new String[] {"иной", "ина"},
            new String[] {"ыной", "ына"},
            new String[] {"ову", "ова"},
            new String[] {"еву", "ева"},
            new String[] {"ину", "ина"},
            new String[] {"скую", "ская"},
            new String[] {"ской", "ская"},
            new String[] {"цкую", "цкая"},
            new String[] {"цкой", "цкая"});

    static {
        GIVEN.forEach((name, gender) -> decline(name, gender.equals("f") ? FEMALE : MALE));
    }

    private RussianCases() {}

    private static void decline(String name, Map<String, String> forms) {
        if (name.isEmpty() || name.charAt(0) < 'а') {
            return;
        }
        char last = name.charAt(name.length() - 1);
        var stem = name.substring(0, name.length() - 1);
        var endings =
                switch (last) {
                    case 'а' ->
                        "гкхжшчщ".indexOf(stem.charAt(stem.length() - 1)) >= 0
                                ? List.of("и", "е", "у", "ой", "ей")
                                : List.of("ы", "е", "у", "ой");
                    case 'я' -> List.of("и", "е", "ю", "ей");
                    case 'й' -> List.of("я", "ю", "ем", "е", "и");
                    case 'ь' -> forms == FEMALE ? List.of("и", "ью") : List.of("я", "ю", "ем", "е");
                    default -> List.<String>of();
                };
        endings.forEach(ending -> forms.putIfAbsent(stem + ending, name));
        if (endings.isEmpty()) {
            var root = name.equals("павел") ? "павл" : name.equals("лев") ? "льв" : name;
            List.of("а", "у", "ом", "е").forEach(ending -> forms.putIfAbsent(root + ending, name));
        }
    }

    /** The words of one name, as they were said. */
    static List<String> nominative(List<String> words) {
        boolean woman =
                words.stream().map(Tokens::plain).anyMatch(word -> endsIn(word, WOMEN) || FEMALE.containsKey(word));
        boolean man = words.stream()
                .map(Tokens::plain)
                .anyMatch(word -> MALE.containsKey(word) && !"f".equals(GIVEN.get(word)) || word.endsWith("вича"));
        boolean called =
                words.stream().map(Tokens::plain).anyMatch(word -> GIVEN.containsKey(word) && !MALE.containsKey(word));
        if (called || words.size() == 1 && GIVEN.containsKey(Tokens.plain(words.getFirst()))) {
            return words;
        }
        boolean female = woman && !man;
        return words.stream()
                .map(word -> PersonName.capitalised(nominative(word, female), true))
                .toList();
    }

    private static boolean endsIn(String word, List<String[]> endings) {
        return endings.stream()
                .anyMatch(ending -> word.endsWith(ending[0])
                        && !word.endsWith("ову")
                        && !word.endsWith("еву")
                        && !word.endsWith("ину"));
    }

    private static String nominative(String word, boolean female) {
        var plain = Tokens.plain(word);
        var given = (female ? FEMALE : MALE).get(plain);
        if (given != null) {
            return given;
        }
        for (var ending : female ? WOMEN : MEN) {
            if (plain.length() > ending[0].length() && plain.endsWith(ending[0])) {
                return word.substring(0, word.length() - ending[0].length()) + ending[1];
            }
        }
        return word;
    }
}
