package dev.parley.phones;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How numbers are written by people, speech recognition and tables. */
class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "US | (415) 555-0148 | +14155550148",
                "US | 1-415-555-0148 | +14155550148",
                "US | 212-555-0142 | +12125550142",
                "US | (701) 555-0199 | +17015550199",
                "US | 800-555-0199 | +18005550199",
                "US | 415, 555, 0148 | +14155550148",
                "US | 0044 20 7946 0018 | +442079460018",
                "US | 011 44 20 7946 0018 | +442079460018",
                "US | 415-555-0148 ext. 12 | +14155550148",
                "RU | 8 (921) 555-01-42 доб. 7 | +79215550142",
                "GB | 020 7946 0018 | +442079460018",
                "GB | (415) 555-0148 | ",
                "KZ | 8 701 555 01 99 | +77015550199",
                "RU | 212-555-0142 | ",
                "US | 12 | ",
            })
    void aWholeTextIsANumberOfItsRegion(String region, String text, String number) {
        assertThat(PhoneNumbers.e164(text, in(region)).orElse(null)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "US | 415, 555, 0142 | +14155550142",
                "RU | 8, 916, 555, 01, 43 | +79165550143",
                "US | call after 415 555 0145 3 pm | +14155550145",
                "RU | 8 916 555 01 52 2 этаж | +79165550152",
                "US | 415 555 0146 415 555 0147 | +14155550146 +14155550147",
                "US | 415-555-0146 415-555-0147 | +14155550146 +14155550147",
                "RU | 8 916 555 01 52, 8 916 555 01 53 | +79165550152 +79165550153",
                "US | I am 42, 415 555 0142 | +14155550142",
                "US | +7, 916 555 01 43 | +79165550143",
                "US | 00 44 is it, no: 0044 20 7946 0018 | +442079460018",
                "DE | 030 901820, 2 Uhr | +4930901820",
            })
    void numbersAreReadAsTheyAreRecognised(String region, String text, String numbers) {
        assertThat(PhoneNumbers.find(text, in(region)))
                .extracting(FoundPhone::e164)
                .containsExactly(numbers.split(" "));
        assertThat(PhoneNumbers.find(text, in(region)))
                .allSatisfy(found ->
                        assertThat(text.substring(found.start(), found.end())).isEqualTo(found.quote()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2,125,550,142 dollars",
                "card 4155 5501 4512 3456",
                "order 415 555 0145 77 88 99",
                "2024-06-12 and 2024-06-13",
                "12.06.2024 13.06.2024",
                "A415 555 0142 9",
            })
    void otherDigitsAreNoNumbers(String text) {
        assertThat(PhoneNumbers.find(text, in("US"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "US | 4155550148.0 | +14155550148",
                "US | 4.155550148E9 | +14155550148",
                "RU | 7.9215550142E10 | +79215550142",
                "US | 4.42079460018E11 | +442079460018",
                "US | 79215550142 | +79215550142",
                "US | 415-555-0146 / 0147 | +14155550146",
                "US | 415-555-0148, extension 12 | +14155550148",
                "US | 415.555.0148 | +14155550148",
                "US | 415-555-0148 (mobile, after 6 pm) | +14155550148",
                "US | mobile: 415-555-0148 | +14155550148",
                "RU | рабочий 8 (812) 555-01-42, спросить Олега | +78125550142",
                "US | 415,555,0148 | +14155550148",
                "US | 0049 30 901820 | +4930901820",
                "US | tel:+1-415-555-0148;ext=5 | +14155550148",
                "US | 415 555 0148 x12 | +14155550148",
                "US | 415-555-0146 or 415-555-0147 | +14155550146 +14155550147",
                "US | 415-555-0146/415-555-0147 | +14155550146 +14155550147",
                "US | 415 555 0146 415 555 0147 | +14155550146 +14155550147",
            })
    void whatWasCollectedMayHaveMoreThanANumber(String region, String value, String numbers) {
        assertThat(PhoneNumbers.collected(value, in(region)))
                .extracting(FoundPhone::e164)
                .containsExactly(numbers.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"the number I'm calling from", "415555014", "yes", "1E99"})
    void whatIsNoNumberIsNone(String value) {
        assertThat(PhoneNumbers.collected(value, in("US"))).isEmpty();
    }

    @Test
    void theFirstRegionCountsAndTheNextOneWhenItKnowsNoSuchNumber() {
        var regions = new PhoneRegions(List.of("GB", "US"));

        assertThat(PhoneNumbers.e164("020 7946 0018", regions)).contains("+442079460018");
        assertThat(PhoneNumbers.e164("(415) 555-0148", regions)).contains("+14155550148");
        assertThat(PhoneNumbers.find("020 7946 0018 or (415) 555-0148", regions))
                .extracting(FoundPhone::e164)
                .containsExactly("+442079460018", "+14155550148");
    }

    @ParameterizedTest
    @CsvSource({
        "en,,US",
        "ru,,RU",
        "ru-RU,,RU",
        "de,,US",
        "run,,US",
        "ru,GB,GB",
        "en-GB,US,GB US",
        "es-419,MX,MX",
        "en-XX,,US"
    })
    void regionsAreTheConversationsThenTheClients(String language, String client, String regions) {
        assertThat(PhoneRegions.of(language, client).codes()).containsExactly(regions.split(" "));
    }

    @Test
    void aLongTextIsReadInTime() {
        var text = "415 555 0145 77 88 99, ".repeat(850);

        assertThat(PhoneNumbers.find(text, in("US"))).isEmpty();
    }

    private static PhoneRegions in(String region) {
        return new PhoneRegions(List.of(region));
    }
}
