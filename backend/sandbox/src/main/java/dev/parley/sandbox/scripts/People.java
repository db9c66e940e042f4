package dev.parley.sandbox.scripts;

import java.util.List;
import java.util.Locale;

/** People nobody has met, enough that a day's callers differ. */
final class People {

    /** @param latin the name as it would stand in an e-mail address */
    record Person(String name, String firstName, String latin) {}

    private static final List<String> RU_MALE = List.of(
            "Сергей sergey",
            "Андрей andrey",
            "Михаил mikhail",
            "Николай nikolay",
            "Роман roman",
            "Виктор viktor",
            "Артём artem",
            "Кирилл kirill",
            "Максим maxim",
            "Олег oleg",
            "Денис denis",
            "Игорь igor",
            "Фёдор fedor");
    private static final List<String> RU_FEMALE = List.of(
            "Анна anna",
            "Татьяна tatyana",
            "Ирина irina",
            "Светлана svetlana",
            "Юлия yulia",
            "Ксения ksenia",
            "Вера vera",
            "Полина polina",
            "Марина marina",
            "Дарья darya",
            "Галина galina",
            "Алина alina",
            "Нина nina");
    private static final List<String> RU_LAST = List.of(
            "Волков volkov",
            "Лебедев lebedev",
            "Новиков novikov",
            "Фролов frolov",
            "Егоров egorov",
            "Павлов pavlov",
            "Громов gromov",
            "Тихонов tikhonov",
            "Фомин fomin",
            "Давыдов davydov",
            "Комаров komarov",
            "Киселёв kiselev",
            "Макаров makarov",
            "Зимин zimin",
            "Щукин shchukin",
            "Ершов ershov",
            "Рябов ryabov");
    private static final List<String> EN_MALE = List.of(
            "James", "Robert", "Thomas", "Brian", "Marcus", "Kenneth", "Andrew", "Peter", "Oscar", "Victor", "Leo",
            "Nathan", "Simon");
    private static final List<String> EN_FEMALE = List.of(
            "Laura", "Megan", "Rachel", "Hannah", "Julia", "Alice", "Nora", "Claire", "Diane", "Ruth", "Helen", "Ivy",
            "Paula");
    private static final List<String> EN_LAST = List.of(
            "Miller",
            "Hughes",
            "Foster",
            "Coleman",
            "Brooks",
            "Hayes",
            "Porter",
            "Sullivan",
            "Barnes",
            "Whitfield",
            "Keller",
            "Dawson",
            "Marsh",
            "Ellison",
            "Quinn",
            "Harlow",
            "Stanton");

    private People() {}

    /** The n-th of a row that repeats only after a few hundred. */
    static Person person(String language, String gender, long n) {
        boolean female = gender.equals("female");
        if (language.equals("ru")) {
            var first = pick(female ? RU_FEMALE : RU_MALE, n).split(" ");
            var last = pick(RU_LAST, n).split(" ");
            var ending = female ? "а" : "";
            var latinEnding = female ? "a" : "";
            return new Person(first[0] + " " + last[0] + ending, first[0], first[1] + "." + last[1] + latinEnding);
        }
        var first = pick(female ? EN_FEMALE : EN_MALE, n);
        var last = pick(EN_LAST, n);
        return new Person(first + " " + last, first, (first + "." + last).toLowerCase(Locale.ROOT));
    }

    /** The lists' lengths have no common divisor, so that all pairs come up. */
    private static String pick(List<String> names, long n) {
        return names.get((int) Math.floorMod(n, (long) names.size()));
    }
}
