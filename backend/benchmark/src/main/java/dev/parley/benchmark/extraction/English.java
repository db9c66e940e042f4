package dev.parley.benchmark.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Calls in English, to companies in the United States. */
final class English implements Tongue {

    private static final List<String> FIRST = List.of(
            "Adele",
            "Marcus",
            "Priscilla",
            "Tobias",
            "Keisha",
            "Rowan",
            "Beatrice",
            "Hamish",
            "Ingrid",
            "Dwayne",
            "Leticia",
            "Quentin",
            "Saoirse",
            "Emmett",
            "Nadine",
            "Cyrus",
            "Marisol",
            "Theodora",
            "Wade",
            "Yvonne",
            "Brian",
            "Helen",
            "Joseph",
            "Lauren",
            "Ethan",
            "Grace",
            "Victor",
            "Amelia",
            "Kyle",
            "Diane");
    private static final List<String> LAST = List.of(
            "Abbott",
            "Castellano",
            "Whitfield",
            "Okafor",
            "Lindqvist",
            "Ferris",
            "McAllister",
            "Nakamura",
            "Pruitt",
            "Delgado",
            "Hargrove",
            "Sutton",
            "Byrne",
            "Vance",
            "Kowalczyk",
            "Tran",
            "Bauer",
            "Ellison",
            "Drummond",
            "Zamora",
            "Baker",
            "Young",
            "Hale",
            "Stone");
    private static final List<String> DOMAINS = List.of(
            "gmail.com",
            "gmail.com",
            "yahoo.com",
            "outlook.com",
            "icloud.com",
            "hotmail.com",
            "proton.me",
            "bluefinlogistics.com",
            "cedar-grove.org",
            "marlowandsons.co.uk",
            "tidewater.io",
            "oakridgeschool.edu");
    private static final String[] UNITS = {
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
    };
    private static final String[] TEENS = {
        "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };
    private static final List<String> NATO = List.of(
            ("alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo sierra"
                            + " tango uniform victor whiskey x-ray yankee zulu")
                    .split(" "));
    private static final List<String> THINGS = List.of(
            ("apple banana cat dog elephant frog green house igloo jack kite lemon mother nancy orange peter queen robert sun table"
                            + " umbrella violin water xylophone yellow zebra")
                    .split(" "));

    @Override
    public String code() {
        return "en";
    }

    @Override
    public String region() {
        return "US";
    }

    @Override
    public Person person(Chance chance) {
        var first = chance.of(FIRST);
        var last = chance.of(LAST);
        return new Person(first, last, first.toLowerCase(Locale.ROOT), last.toLowerCase(Locale.ROOT));
    }

    static String domain(Chance chance) {
        return chance.of(DOMAINS);
    }

    @Override
    public String number(Chance chance) {
        var area = chance.of("212", "305", "415", "503", "617", "702", "919", "646", "773", "214");
        return "+1" + area + "555" + String.format(Locale.ROOT, "01%02d", chance.below(100));
    }

    @Override
    public String email(String address, Person person, String style, Chance chance) {
        int at = address.indexOf('@');
        var local = local(address.substring(0, at), style, chance);
        var domain = domain(address.substring(at + 1), chance);
        return local + " at " + domain;
    }

    private static String domain(String domain, Chance chance) {
        var spoken = domain.replace("gmail", chance.of("gmail", "gmail", "g mail"))
                .replace("bluefinlogistics", chance.of("bluefin logistics", "bluefinlogistics"))
                .replace("marlowandsons", chance.of("marlow and sons", "marlowandsons"))
                .replace("oakridgeschool", "oakridge school")
                .replace("-", " " + chance.of("dash", "hyphen") + " ");
        return spoken.replace(".", " dot ");
    }

    private static String local(String local, String style, Chance chance) {
        var text = new StringBuilder();
        for (var part : local.splitWithDelimiters("[._-]|\\d+", 0)) {
            if (part.isEmpty()) {
                continue;
            }
            var said =
                    switch (part) {
                        case "." -> chance.of("dot", "dot", "period", "point");
                        case "_" -> chance.of("underscore", "under score");
                        case "-" -> chance.of("dash", "hyphen");
                        default -> Character.isDigit(part.charAt(0)) ? digits(part, chance) : word(part, style, chance);
                    };
            text.append(text.isEmpty() ? "" : " ").append(said);
        }
        return text.toString();
    }

    private static String word(String word, String style, Chance chance) {
        var letters = word.chars().mapToObj(Character::toString).toList();
        return switch (style) {
            case "spelled" -> {
                boolean capitals = chance.in(50);
                var separator = chance.of(" ", ", ", "-", " ");
                yield String.join(
                        separator,
                        letters.stream()
                                .map(letter -> capitals ? letter.toUpperCase(Locale.ROOT) : letter)
                                .toList());
            }
            case "alphabet" ->
                chance.in(50)
                        ? String.join(
                                " ",
                                letters.stream()
                                        .map(letter -> NATO.get(letter.charAt(0) - 'a'))
                                        .toList())
                        : String.join(
                                ", ",
                                letters.stream()
                                        .map(letter -> letter
                                                + chance.of(" as in ", " for ", " like ")
                                                + THINGS.get(letter.charAt(0) - 'a'))
                                        .toList());
            default -> word;
        };
    }

    private static String digits(String digits, Chance chance) {
        if (chance.in(40)) {
            return digits;
        }
        return digits.length() == 2 && digits.charAt(0) > '0' && chance.in(60)
                ? pair(Integer.parseInt(digits))
                : byDigit(digits, chance);
    }

    static String byDigit(String digits, Chance chance) {
        var text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            int times = 1;
            while (i + times < digits.length() && digits.charAt(i + times) == digits.charAt(i) && times < 3) {
                times++;
            }
            var one = digits.charAt(i) == '0' && chance.in(50) ? "oh" : UNITS[digits.charAt(i) - '0'];
            if (times > 1 && chance.in(50)) {
                text.append(times == 2 ? "double " : "triple ").append(one).append(' ');
                i += times - 1;
            } else {
                text.append(one).append(' ');
            }
        }
        return text.toString().strip();
    }

    static String pair(int number) {
        if (number < 10) {
            return "oh " + UNITS[number];
        }
        if (number < 20) {
            return TEENS[number - 10];
        }
        return TENS[number / 10] + (number % 10 == 0 ? "" : "-" + UNITS[number % 10]);
    }

    @Override
    public String phone(String e164, String style, Chance chance) {
        var national = e164.substring(2);
        var area = national.substring(0, 3);
        var middle = national.substring(3, 6);
        var end = national.substring(6);
        return switch (style) {
            case "digits" ->
                chance.of(
                        "(" + area + ") " + middle + "-" + end,
                        area + "-" + middle + "-" + end,
                        area + " " + middle + " " + end,
                        area + "." + middle + "." + end,
                        "+1 " + area + " " + middle + " " + end,
                        area + ", " + middle + ", " + end,
                        national,
                        "1-" + area + "-" + middle + "-" + end);
            case "pairs" ->
                byDigit(area, chance) + ", " + byDigit(middle, chance) + ", "
                        + pair(Integer.parseInt(end.substring(0, 2))) + " " + pair(Integer.parseInt(end.substring(2)));
            default ->
                (chance.in(15) ? "plus one " : chance.in(15) ? "area code " : "")
                        + byDigit(area, chance)
                        + chance.of(", ", " ", "... ", ", uh, ")
                        + byDigit(middle, chance)
                        + chance.of(", ", " ")
                        + byDigit(end, chance);
        };
    }

    @Override
    public Script script() {
        return new Script(
                List.of(
                        "Thanks for calling Cobalt Heating, how may I help?",
                        "Good day, Summit Rentals, this is Nora.",
                        "Hi there, you've got Lakeside Vets. What can I do for you?"),
                List.of(
                        "Yeah hi, I wanted to find out what you'd charge to replace a furnace.",
                                "I'd like to book a table for six on Saturday.",
                        "We're looking to rent two vans for a move next month.",
                                "Hi, could I get a quote on repainting a three-bedroom house?",
                        "I'm calling because I need an appointment for my dog.",
                                "I saw your ad and I'm interested in the premium plan.",
                        "Do you have any two-bedroom units available in May?",
                                "We need someone to redo our kitchen, what would that run us?",
                        "I want to sign up for the evening course.",
                                "Can someone come out and give us an estimate for a fence?"),
                Map.of(
                        "WRONG_NUMBER",
                        List.of(
                                "Oh, is this not the pharmacy? Sorry, I must have the wrong number.",
                                "Sorry, wrong number."),
                        "VOICEMAIL",
                        List.of("You have reached the voicemail of Peter Hale. Please leave a message after the tone."),
                        "JOB_SEEKER",
                        List.of(
                                "Hi, I'm calling about the technician job you posted. Are you still hiring?",
                                "I'd like to send you my resume for the driver position."),
                        "SALES_CALL",
                        List.of(
                                "Hello, we help businesses like yours get more customers from Google. Could I speak to the owner?",
                                "Hi, I'm calling from BrightLeads, we offer card terminals at a lower rate. Who handles your payments?"),
                        "COMPLAINT",
                        List.of(
                                "I'm really not happy. Your technician came last week and the heater is still leaking. I want a refund.",
                                "I'd like to make a complaint about my last bill, you charged me twice."),
                        "CANCELLATION",
                        List.of(
                                "I need to cancel my booking for Friday, please.",
                                "Hi, I want to cancel my subscription."),
                        "DECLINED",
                        List.of(
                                "How much is the full service? ... Wow, that's way too much. No thanks, I'm not interested.")),
                List.of(
                        "Can I get your name, please?",
                        "And who am I speaking with?",
                        "What's your name?",
                        "Your full name, please?"),
                List.of("{v}.", "It's {v}.", "My name is {v}.", "Sure, {v}.", "Yes, this is {v}.", "{v} here."),
                List.of(
                        "What's the best email for you?",
                        "Where should I send the confirmation?  What is your email?",
                        "And your email address?"),
                List.of(
                        "{v}",
                        "It's {v}.",
                        "Sure, it's {v}.",
                        "My email is {v}.",
                        "You can write to {v}.",
                        "Okay so that would be {v}.",
                        "uh, {v}"),
                List.of(
                        "What number can we reach you at?",
                        "And a phone number?",
                        "What's the best number to call you back?"),
                List.of(
                        "{v}.",
                        "It's {v}.",
                        "Sure, {v}.",
                        "My cell is {v}.",
                        "You can call me at {v}.",
                        "Yeah, the number is {v}, that's my mobile."),
                List.of(
                        "So that's {v}, correct?",
                        "Let me read that back: {v}. Is that right?",
                        "I have {v}. Did I get that right?"),
                List.of("Yes, that's right.", "Correct.", "Yep.", "Yes.", "Exactly, thank you.", "That's it."),
                List.of(
                        "Do you have parking?",
                        "How long does it usually take?",
                        "My neighbor recommended you.",
                        "It's an older house, built in 1974.",
                        "We're about twelve miles out of town."),
                List.of(
                        "My reference number is 4471180236.",
                        "The order was number 8830412975.",
                        "Our budget is around 4,500 dollars.",
                        "We're at 2210 West Maple Street, apartment 14.",
                        "My husband's number is {o}, but don't call him."),
                List.of("Great, thank you. Bye!", "Thanks a lot.", "Okay, talk soon."));
    }
}
