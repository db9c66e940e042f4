package dev.parley.benchmark.extraction;

/** How one language says what is to be written down. */
interface Tongue {

    String code();

    Person person(Chance chance);

    String region();

    /** The address in words. @param style how: words, spelled, alphabet, mixed */
    String email(String address, Person person, String style, Chance chance);

    /** The digits of the number in words or groups. */
    String phone(String e164, String style, Chance chance);

    String number(Chance chance);

    Script script();

    /** @param native1 as it is said; @param latin as it is written in addresses */
    record Person(String first, String last, String latinFirst, String latinLast) {

        String full() {
            return first + " " + last;
        }
    }
}
