package dev.parley.leads;

import dev.parley.leads.LeadProblem.Code;
import dev.parley.phones.PhoneNumbers;
import dev.parley.phones.PhoneRegions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An edit as it would be stored, and what stands in its way.
 *
 * @param values of the fields that are to be changed; empty: cleared
 * @param problems one for each field at most
 */
record CheckedEdit(Map<LeadField, Optional<String>> values, List<LeadProblem> problems) {

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_NOTES = 10_000;

    static CheckedEdit of(LeadEdit edit, PhoneRegions regions) {
        var values = new EnumMap<LeadField, Optional<String>>(LeadField.class);
        var problems = new ArrayList<LeadProblem>();
        edit.fields().forEach((field, value) -> {
            var text = value.map(String::strip).filter(given -> !given.isEmpty());
            var problem = text.flatMap(given -> problem(field, given, regions));
            problem.ifPresentOrElse(
                    problems::add, () -> values.put(field, text.flatMap(given -> normalised(field, given, regions))));
        });
        edit.notes().flatMap(notes -> unfit("notes", notes, LONGEST_NOTES)).ifPresent(problems::add);
        return new CheckedEdit(values, problems);
    }

    private static Optional<LeadProblem> problem(LeadField field, String text, PhoneRegions regions) {
        var unfit = unfit(field.key(), text, field == LeadField.EMAIL ? Emails.MAX_LENGTH : LONGEST_TEXT);
        if (unfit.isPresent() || normalised(field, text, regions).isPresent()) {
            return unfit;
        }
        return Optional.of(
                field == LeadField.EMAIL
                        ? new LeadProblem(Code.INVALID_EMAIL, field.key(), "Not an e-mail address")
                        : new LeadProblem(
                                Code.INVALID_PHONE,
                                field.key(),
                                "Not a telephone number: write it as " + PhoneNumbers.example(regions)));
    }

    private static Optional<LeadProblem> unfit(String field, String text, int longest) {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            return Optional.of(
                    new LeadProblem(Code.INVALID_CHARACTERS, field, "It holds characters that cannot be stored"));
        }
        return text.length() > longest
                ? Optional.of(new LeadProblem(Code.TOO_LONG, field, longest + " characters at most"))
                : Optional.empty();
    }

    private static Optional<String> normalised(LeadField field, String text, PhoneRegions regions) {
        return switch (field) {
            case EMAIL -> Emails.normalised(text);
            case PHONE -> PhoneNumbers.e164(text, regions);
            case NAME, COMPANY -> Optional.of(text);
        };
    }
}
