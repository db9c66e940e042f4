package dev.parley.phones;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The regions in which phone numbers without a country code are read, the first one first.
 *
 * @param codes ISO 3166-1, for example US; never empty
 */
public record PhoneRegions(List<String> codes) {

    private static final Set<String> KNOWN = PhoneNumberUtil.getInstance().getSupportedRegions();
    private static final Set<String> RUSSIAN = Set.of("ru", "rus");

    public PhoneRegions {
        codes = List.copyOf(codes);
    }

    /**
     * The conversation's region, when its language tag names one (en-GB), then the client's; without both Russia for
     * Russian, else the United States.
     *
     * @param language tag of the conversation
     * @param clients the region that is set for the client; null when none is
     */
    public static PhoneRegions of(String language, @Nullable String clients) {
        var locale = Locale.forLanguageTag(language);
        var codes = Stream.of(code(locale.getCountry()), Optional.ofNullable(clients))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (!codes.isEmpty()) {
            return new PhoneRegions(codes);
        }
        return new PhoneRegions(List.of(RUSSIAN.contains(locale.getLanguage()) ? "RU" : "US"));
    }

    /** These, then the regions of other numbers of the conversation. */
    public PhoneRegions and(Stream<String> numbers) {
        var others = numbers.flatMap(number -> PhoneNumbers.region(number).stream());
        return new PhoneRegions(Stream.concat(codes.stream(), others).distinct().toList());
    }

    /** The code of a region as it is stored; empty when it is none that has phone numbers. */
    public static Optional<String> code(String text) {
        return Optional.of(text.strip().toUpperCase(Locale.ROOT)).filter(KNOWN::contains);
    }
}
