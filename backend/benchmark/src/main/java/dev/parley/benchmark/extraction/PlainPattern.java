package dev.parley.benchmark.extraction;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What a plain regular expression over the caller's words finds, to compare with. */
final class PlainPattern {

    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d\\s().-]{8,18}\\d");

    private PlainPattern() {}

    static Map<String, String> read(LabelledCall call) {
        var found = new HashMap<String, String>();
        for (var said : call.said()) {
            if (!said.caller()) {
                continue;
            }
            var email = EMAIL.matcher(said.text());
            if (email.find()) {
                found.putIfAbsent("email", email.group());
            }
            var phone = PHONE.matcher(said.text());
            if (phone.find()) {
                var digits = phone.group().replaceAll("\\D", "");
                var national = digits.length() == 11 ? digits.substring(1) : digits;
                found.putIfAbsent("phone", (call.language().equals("ru") ? "+7" : "+1") + national);
            }
        }
        return found;
    }
}
