package dev.parley.benchmark.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Calls in Russian, to companies in Russia. */
final class Russian implements Tongue {

    private static final String[][] FIRST = {
        {"Артём", "artem"},
        {"Вадим", "vadim"},
        {"Кирилл", "kirill"},
        {"Олег", "oleg"},
        {"Роман", "roman"},
        {"Глеб", "gleb"},
        {"Марина", "marina"},
        {"Инна", "inna"},
        {"Полина", "polina"},
        {"Карина", "karina"},
        {"Вера", "vera"},
        {"Антон", "anton"},
        {"Денис", "denis"},
        {"Светлана", "svetlana"},
        {"Ирина", "irina"},
        {"Игорь", "igor"},
        {"Руслан", "ruslan"},
        {"Богдан", "bogdan"},
        {"Нина", "nina"},
        {"Тамара", "tamara"},
        {"Рената", "renata"},
        {"Эмиль", "emil"}
    };
    private static final String[][] LAST = {
        {"Морозов", "Морозова", "morozov"},
        {"Белов", "Белова", "belov"},
        {"Орлов", "Орлова", "orlov"},
        {"Кузнецов", "Кузнецова", "kuznetsov"},
        {"Титов", "Титова", "titov"},
        {"Гусев", "Гусева", "gusev"},
        {"Панин", "Панина", "panin"},
        {"Рогов", "Рогова", "rogov"},
        {"Савин", "Савина", "savin"},
        {"Марков", "Маркова", "markov"},
        {"Лапин", "Лапина", "lapin"},
        {"Котов", "Котова", "kotov"},
        {"Дроздов", "Дроздова", "drozdov"},
        {"Крылов", "Крылова", "krylov"},
        {"Самсонов", "Самсонова", "samsonov"},
        {"Бондаренко", "Бондаренко", "bondarenko"}
    };
    private static final List<String> DOMAINS = List.of(
            "mail.ru",
            "yandex.ru",
            "gmail.com",
            "bk.ru",
            "list.ru",
            "inbox.ru",
            "rambler.ru",
            "ya.ru",
            "outlook.com",
            "stroy-gid.ru",
            "vesta.ru");
    private static final Map<Character, String[]> LETTERS = Map.ofEntries(
            Map.entry('a', new String[] {"а", "эй"}),
            Map.entry('b', new String[] {"бэ", "би"}),
            Map.entry('c', new String[] {"цэ", "си"}),
            Map.entry('d', new String[] {"дэ", "ди"}),
            Map.entry('e', new String[] {"е", "е"}),
            Map.entry('f', new String[] {"эф", "эф"}),
            Map.entry('g', new String[] {"гэ", "джи"}),
            Map.entry('h', new String[] {"аш", "эйч"}),
            Map.entry('i', new String[] {"и", "ай"}),
            Map.entry('j', new String[] {"джей", "йот"}),
            Map.entry('k', new String[] {"ка", "кей"}),
            Map.entry('l', new String[] {"эль", "эл"}),
            Map.entry('m', new String[] {"эм", "эм"}),
            Map.entry('n', new String[] {"эн", "эн"}),
            Map.entry('o', new String[] {"о", "оу"}),
            Map.entry('p', new String[] {"пэ", "пи"}),
            Map.entry('q', new String[] {"ку", "кью"}),
            Map.entry('r', new String[] {"эр", "ар"}),
            Map.entry('s', new String[] {"эс", "эс как доллар"}),
            Map.entry('t', new String[] {"тэ", "ти"}),
            Map.entry('u', new String[] {"у", "ю"}),
            Map.entry('v', new String[] {"вэ", "ви"}),
            Map.entry('w', new String[] {"дабл ю", "дубль вэ"}),
            Map.entry('x', new String[] {"икс", "икс"}),
            Map.entry('y', new String[] {"игрек", "игрек"}),
            Map.entry('z', new String[] {"зет", "зэт"}));
    private static final Map<String, String[]> SPOKEN_DOMAINS = Map.ofEntries(
            Map.entry("mail.ru", new String[] {"мейл точка ру", "мэйл ру", "мейл ру", "mail.ru", "mail точка ru"}),
            Map.entry("yandex.ru", new String[] {"яндекс точка ру", "яндекс ру", "yandex точка ру"}),
            Map.entry("gmail.com", new String[] {
                "гмейл точка ком", "джимейл ком", "gmail.com", "джимейл точка ком", "gmail точка com"
            }),
            Map.entry("bk.ru", new String[] {"бэ ка точка ру", "бк точка ру", "bk.ru"}),
            Map.entry("list.ru", new String[] {"лист точка ру"}),
            Map.entry("inbox.ru", new String[] {"инбокс точка ру"}),
            Map.entry("rambler.ru", new String[] {"рамблер ру", "рамблер точка ру"}),
            Map.entry("ya.ru", new String[] {"я точка ру", "ya точка ru"}),
            Map.entry("outlook.com", new String[] {"аутлук точка ком"}),
            Map.entry("stroy-gid.ru", new String[] {"строй дефис гид точка ру", "stroy тире gid точка ру"}),
            Map.entry("vesta.ru", new String[] {"веста точка ру"}));
    private static final String[] UNITS = {
        "ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять"
    };
    private static final String[] TEENS = {
        "десять",
        "одиннадцать",
        "двенадцать",
        "тринадцать",
        "четырнадцать",
        "пятнадцать",
        "шестнадцать",
        "семнадцать",
        "восемнадцать",
        "девятнадцать"
    };
    private static final String[] TENS = {
        "", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"
    };
    private static final String[] HUNDREDS = {
        "", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"
    };

    @Override
    public String code() {
        return "ru";
    }

    @Override
    public String region() {
        return "RU";
    }

    @Override
    public Person person(Chance chance) {
        var first = FIRST[chance.below(FIRST.length)];
        var last = LAST[chance.below(LAST.length)];
        boolean woman = first[0].endsWith("а");
        var latin = woman && !last[1].equals(last[0]) ? last[2] + "a" : last[2];
        return new Person(first[0], woman ? last[1] : last[0], first[1], latin);
    }

    static String domain(Chance chance) {
        return chance.of(DOMAINS);
    }

    @Override
    public String number(Chance chance) {
        return "+79" + chance.of("03", "05", "11", "16", "21", "26", "50", "61", "85", "99")
                + String.format(
                        Locale.ROOT, "%03d%02d%02d", 100 + chance.below(900), chance.below(100), chance.below(100));
    }

    @Override
    public String email(String address, Person person, String style, Chance chance) {
        int at = address.indexOf('@');
        return local(address.substring(0, at), person, style, chance)
                + chance.of(" собака ", " собака ", " собачка ", ", собака, ")
                + chance.of(SPOKEN_DOMAINS.get(address.substring(at + 1)));
    }

    private static String local(String local, Person person, String style, Chance chance) {
        var text = new StringBuilder();
        for (var part : local.splitWithDelimiters("[._-]|\\d+", 0)) {
            if (part.isEmpty()) {
                continue;
            }
            var said =
                    switch (part) {
                        case "." -> "точка";
                        case "_" -> chance.of("нижнее подчёркивание", "подчёркивание", "нижнее подчеркивание");
                        case "-" -> chance.of("тире", "дефис", "минус", "чёрточка");
                        default ->
                            Character.isDigit(part.charAt(0))
                                    ? digits(part, chance)
                                    : word(part, person, style, chance);
                    };
            text.append(text.isEmpty() ? "" : " ").append(said);
        }
        return text.toString();
    }

    private static String word(String word, Person person, String style, Chance chance) {
        if (style.equals("spelled") || style.equals("alphabet") || word.length() == 1) {
            var separator = chance.of(" ", ", ");
            int way = chance.below(2);
            return String.join(
                    separator,
                    word.chars()
                            .mapToObj(letter -> LETTERS.get((char) letter)[way])
                            .toList());
        }
        if (style.equals("mixed")) {
            return word;
        }
        return word.equals(person.latinFirst())
                ? person.first().toLowerCase(Locale.ROOT)
                : word.equals(person.latinLast()) ? person.last().toLowerCase(Locale.ROOT) : word;
    }

    private static String digits(String digits, Chance chance) {
        if (chance.in(40)) {
            return digits;
        }
        return digits.length() == 2 && digits.charAt(0) > '0'
                ? pair(Integer.parseInt(digits))
                : byDigit(digits, chance);
    }

    static String byDigit(String digits, Chance chance) {
        return String.join(
                " ", digits.chars().mapToObj(digit -> UNITS[digit - '0']).toList());
    }

    static String pair(int number) {
        if (number < 10) {
            return "ноль " + UNITS[number];
        }
        return number < 20
                ? TEENS[number - 10]
                : TENS[number / 10] + (number % 10 == 0 ? "" : " " + UNITS[number % 10]);
    }

    static String triple(int number) {
        if (number < 100) {
            return "ноль " + pair(number);
        }
        int rest = number % 100;
        return HUNDREDS[number / 100] + (rest == 0 ? "" : rest < 10 ? " " + UNITS[rest] : " " + pair(rest));
    }

    @Override
    public String phone(String e164, String style, Chance chance) {
        var n = e164.substring(2);
        var a = n.substring(0, 3);
        var b = n.substring(3, 6);
        var c = n.substring(6, 8);
        var d = n.substring(8);
        return switch (style) {
            case "digits" ->
                chance.of(
                        "8 " + a + " " + b + "-" + c + "-" + d,
                        "+7 (" + a + ") " + b + "-" + c + "-" + d,
                        "8" + n,
                        "8-" + a + "-" + b + "-" + c + "-" + d,
                        a + " " + b + " " + c + " " + d,
                        "8, " + a + ", " + b + ", " + c + ", " + d,
                        "+7" + n);
            case "pairs" ->
                chance.of("восемь ", "плюс семь ", "")
                        + triple(Integer.parseInt(a))
                        + chance.of(", ", " ")
                        + triple(Integer.parseInt(b))
                        + chance.of(", ", " ")
                        + pair(Integer.parseInt(c))
                        + chance.of(", ", " ", ", так, ")
                        + pair(Integer.parseInt(d));
            default ->
                chance.of("восемь ", "плюс семь ") + byDigit(a, chance) + ", " + byDigit(b, chance) + ", "
                        + byDigit(c, chance) + " " + byDigit(d, chance);
        };
    }

    @Override
    public Script script() {
        return new Script(
                List.of(
                        "Добрый день, компания «Тёплый берег», слушаю вас.",
                        "Здравствуйте! Автосервис на Лесной, чем помочь?",
                        "Клиника «Ориент», добрый день!"),
                List.of(
                        "Здравствуйте, хотел бы узнать, сколько будет стоить натяжной потолок.",
                        "Добрый день, мне нужно записаться к терапевту на этой неделе.",
                        "Алло, я хочу заказать грузовую машину на субботу.",
                        "Интересует аренда зала на двадцать человек.",
                        "Подскажите, а можно рассчитать стоимость забора?",
                        "Хотим заказать у вас торт на юбилей.",
                        "Здравствуйте, мне бы поменять масло, когда можно подъехать?",
                        "Нам требуется уборка офиса раз в неделю.",
                        "Я по поводу курсов английского, хотела бы записать ребёнка.",
                        "Сколько стоит установить кондиционер?"),
                Map.of(
                        "WRONG_NUMBER",
                        List.of("Ой, а это не поликлиника? Извините, ошиблась номером.", "Я, наверное, не туда попал."),
                        "VOICEMAIL",
                        List.of("Абонент не может ответить на ваш звонок. Оставьте сообщение после сигнала."),
                        "JOB_SEEKER",
                        List.of(
                                "Здравствуйте, я по объявлению, вам ещё нужен водитель? Ищу работу.",
                                "Хотела узнать насчёт вакансии администратора, куда выслать резюме?"),
                        "SALES_CALL",
                        List.of(
                                "Добрый день, мы занимаемся продвижением сайтов и хотели бы предложить вам наши услуги.",
                                "Здравствуйте, банк «Восход», предлагаем вашей компании эквайринг на выгодных условиях."),
                        "COMPLAINT",
                        List.of(
                                "Я крайне недоволен! Ваш мастер испортил мне паркет, верните деньги.",
                                "Хочу пожаловаться, вторую неделю жду, никто не приехал."),
                        "CANCELLATION",
                        List.of(
                                "Здравствуйте, мне нужно отменить запись на пятницу.",
                                "Хочу отказаться от заказа, который вчера оформила."),
                        "DECLINED",
                        List.of("Сколько стоит полная уборка? ... Ого, нет, это слишком дорого. Спасибо, не надо.")),
                List.of(
                        "Как вас зовут?",
                        "Как я могу к вам обращаться?",
                        "Представьтесь, пожалуйста.",
                        "Подскажите ваше имя и фамилию."),
                List.of("{v}.", "Меня зовут {v}.", "{v}, очень приятно.", "Да, конечно, {v}.", "Это {v}."),
                List.of(
                        "На какую почту отправить?",
                        "Продиктуйте, пожалуйста, вашу электронную почту.",
                        "И электронный адрес?"),
                List.of(
                        "{v}",
                        "Пишите: {v}.",
                        "Почта такая: {v}.",
                        "Ага, записывайте, {v}.",
                        "Моя почта {v}.",
                        "Давайте на {v}."),
                List.of("По какому номеру с вами связаться?", "Ваш контактный телефон?", "Продиктуйте номер телефона."),
                List.of("{v}.", "Мой номер {v}.", "Записывайте: {v}.", "Да, телефон {v}.", "Ну, {v}, это мобильный."),
                List.of("Повторю: {v}, верно?", "Записала {v}. Всё правильно?", "{v}, так?"),
                List.of("Да, всё верно.", "Верно.", "Угу.", "Да.", "Да, правильно.", "Именно."),
                List.of(
                        "А у вас есть парковка?",
                        "Это надолго?",
                        "Мне вас соседка посоветовала.",
                        "Дом старый, семьдесят четвёртого года.",
                        "Мы примерно в двенадцати километрах от города."),
                List.of(
                        "Номер договора 4471180236.",
                        "ИНН у нас 7812014560.",
                        "Бюджет где-то сто пятьдесят тысяч рублей.",
                        "Адрес: улица Ленина, дом 22, квартира 114.",
                        "Телефон мужа {o}, но ему не звоните."),
                List.of("Спасибо большое, до свидания!", "Хорошо, спасибо.", "Всё, жду."));
    }
}
