package dev.parley.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address is taken whole or not at all. */
class EmailsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "It's sean.o'brien@example.com. | sean.o'brien@example.com",
                "sean.o’brien@example.com | sean.o'brien@example.com",
                "r&d@example.com | r&d@example.com",
                "_maria_k@example.com, yes | _maria_k@example.com",
                "dept/sales@example.com | dept/sales@example.com",
                "Ann+crm@Example.COM! | ann+crm@example.com",
                "ann-@example.com | ann-@example.com",
                "x@my-host.co.uk... | x@my-host.co.uk",
                "ann@xn--e1afmkfd.xn--p1ai | ann@xn--e1afmkfd.xn--p1ai",
                "иван@пример.рф | иван@пример.рф",
                "write to 'ann@example.com', please | ann@example.com",
                "‘ann@example.com.’ | ann@example.com",
                "**ann@example.com** | ann@example.com",
                "she said 'write to ann@example.com' | ann@example.com",
                "\u200Eann@example.com\u200E | ann@example.com",
                "📧ann@example.com | ann@example.com",
                "<ann@example.com> | ann@example.com",
                "mailto:ann@example.com | ann@example.com",
                "email—ann@example.com—thanks | ann@example.com",
                "ann@example.com;bob@example.com | ann@example.com bob@example.com",
            })
    void wholeOnesAreFound(String text, String addresses) {
        assertThat(Emails.find(text)).extracting(Emails.Found::address).containsExactly(addresses.split(" "));
        assertThat(Emails.find(text)).allSatisfy(found -> assertThat(text).contains(found.quote()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#ann@example.com",
                "a=ann@example.com",
                "{x}ann@example.com",
                "$ann@example.com",
                "ann!bob@example.com",
                "ann%27bob@example.com",
                "r&amp;d@example.com",
                "'ann@example.com",
                ".ann@example.com",
                "ann..bob@example.com",
                "ann.@example.com",
                "-ann@example.com",
                "ann@example..com",
                "ann@example.com_b",
                "ann@example.com-b",
                "ann@example.com-",
                "ann@example.com'b",
                "ann@example.com/b",
                "ann@example.com+b",
                "ann@example.com&b=c",
                "ann@example.com@b.com",
                "ann@example.com2",
                "ann@a.com_b.com",
                "ann\u200Blee@example.com",
                "ann\u00ADlee@example.com",
                "ann@exam\u200Bple.com",
                "ann@example.com\u2060pany",
                "ann–lee@example.com",
                "ann…lee@example.com",
                "ann@mail.example。com",
                "ann@xn--e1afmkfd.xn--",
                "\"ann lee\"@example.com",
                "ann@[192.0.2.1]",
                "ann@example",
                "@ann",
            })
    void noPartOfAnotherOneIs(String text) {
        assertThat(Emails.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sean.o'brien@example.com",
                "r&d@example.com",
                "_maria_k@example.com",
                "dept/sales@example.com",
                "!#$%&'*+-/=?^_`{|}~@example.com",
                "\"ann lee\"@example.com",
                "\"a@b\\\"c\"@example.com",
                "ann@[192.0.2.1]",
                "ann@[ipv6:2001:db8::1]",
                "ann@xn--e1afmkfd.xn--p1ai",
                "пётр@пример.рф",
                "jose\u0301@example.com",
                "用户@例子.公司",
                "संपर्क@डाटामेल.भारत",
                "a@a-long-label-of-sixty-three-characters-which-is-still-allowed-1.example",
            })
    void whatIsDeliverableCanBeTyped(String address) {
        assertThat(Emails.normalised(" " + address + " ")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "ann@example",
                "ann@@example.com",
                "ann lee@example.com",
                ".ann@example.com",
                "ann.@example.com",
                "ann..lee@example.com",
                "ann@-example.com",
                "ann@example-.com",
                "ann@example.c",
                "ann@example.123",
                "ann@exam_ple.com",
                "ann@example.com, bob@example.com",
                "Ann <ann@example.com>",
                "ann\u200Blee@example.com",
            })
    void whatIsNotIsNone(String text) {
        assertThat(Emails.normalised(text)).isEmpty();
    }

    @Test
    void partsHaveTheLengthsThatMailHas() {
        assertThat(Emails.normalised("a".repeat(64) + "@example.com")).isPresent();
        assertThat(Emails.normalised("a".repeat(65) + "@example.com")).isEmpty();
        assertThat(Emails.find("a".repeat(65) + "@example.com")).isEmpty();
        assertThat(Emails.normalised("a@" + "b".repeat(64) + ".com")).isEmpty();
    }

    @Test
    void aLongTextIsReadInTime() {
        for (var part : List.of("a", "a.", "a@", "'", "&a", "a@a.", "\u200B", "..")) {
            assertThat(Emails.find(part.repeat(20_000 / part.length()) + "@"))
                    .as(part)
                    .isEmpty();
        }
    }
}
