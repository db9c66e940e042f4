package dev.parley.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.elevenlabs.Conversation;
import dev.parley.phones.PhoneRegions;
import dev.parley.testing.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The number somebody calls or writes from is a lead's phone only when they ask to be called and give no other. */
class CallersNumberTest {

    private static final String NUMBER = "+14155550123";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Call me back, please. | Call me back",
                "Yes, on the number I am calling from. | number I am calling from",
                "It's the number I'm calling you from | number I'm calling you from",
                "Just call me on this number | call me on",
                "Could you please give me a call tomorrow? | give me a call",
                "I'd like a callback. | like a callback",
                "Can someone call me? | call me",
                "I can't talk now, call me back. | call me back",
                "Not today. Just call me! | call me",
                "This number works. | This number works",
                "the one I'm calling from | one I'm calling from",
                "Please call back. | Please call back",
                "Не могу говорить, перезвоните. | перезвоните",
                "Буду ждать звонка | ждать звонка",
                "Звоните по этому номеру | Звоните по",
                "Можете позвонить мне завтра? | Можете позвонить мне",
                "Перезвоните мне завтра. | Перезвоните",
                "Да, на этот же номер. | на этот же номер",
                "По номеру, с которого звоню | номеру, с которого звоню",
                "Наберите меня после шести | Наберите меня",
                "Вы не могли бы мне перезвонить? | не могли бы мне перезвонить",
            })
    void isTakenWhenTheyAskForACall(String message, String quote) {
        var found = extract(call().user("Ann here.").user(message));

        assertThat(found.value(LeadField.PHONE)).isEqualTo(NUMBER);
        assertThat(found.evidence())
                .filteredOn(one -> one.field().equals("phone"))
                .extracting(Evidence::value, Evidence::turn, Evidence::quote, Evidence::state)
                .containsExactly(tuple(NUMBER, 1, quote, EvidenceState.CALLER_ID));
        assertThat(message).contains(quote);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Shall we call you back? | Yes, please.",
                "Can somebody reach you on this number? | Sure",
                "Вам перезвонить? | Да, конечно.",
            })
    void isTakenWhenTheyAgreeToACall(String told) {
        var turns = told.split(" \\| ");

        assertThat(extract(call().agent(turns[0]).user(turns[1])).value(LeadField.PHONE))
                .isEqualTo(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nobody called me back.",
                "Please don't call me back.",
                "I don't want you to call me back.",
                "I can't be reached on this number.",
                "My friends call me Ann.",
                "Можно позвонить вам завтра?",
                "I will call you back.",
                "You can call me Ann.",
                "May I call you Ann? | Yes",
                "Shall we call you back? | No, thanks.",
                "Anything else? | Yes, the price.",
                "Не перезванивайте мне.",
                "Не надо, не перезвоните же.",
                "Если что, сам перезвоню.",
                "Мне потом названивают.",
            })
    void isNotTakenOtherwise(String told) {
        var call = call();
        var turns = told.split(" \\| ");
        if (turns.length == 2) {
            call.agent(turns[0]);
        }

        assertThat(extract(call.user(turns[turns.length - 1])).value(LeadField.PHONE))
                .isNull();
    }

    @Test
    void isNotTakenWhenTheySayANumber() {
        var found = extract(call().user("Call me back on 415 555 0199."));

        assertThat(found.value(LeadField.PHONE)).isEqualTo("+14155550199");
        assertThat(found.evidence()).noneMatch(one -> one.state() == EvidenceState.CALLER_ID);
    }

    @ParameterizedTest
    @CsvSource({"phone, the number I'm calling from", "phone, Caller ID", "callback_requested, true"})
    void isTakenWhenTheAgentCollectedThatTheyAsk(String id, String value) {
        assertThat(extract(call().user("Hello").collected(id, value)).value(LeadField.PHONE))
                .isEqualTo(NUMBER);
    }

    @Test
    void whoAsksToBeCalledIsALead() {
        var call = Call.to("agent").between("+14155550100", NUMBER).user("Call me back on this number.");

        assertThat(extract(call).isLead()).isTrue();
        assertThat(extract(call).value(LeadField.PHONE)).isEqualTo(NUMBER);
    }

    @Test
    void mayBeThatOfAMessenger() {
        var whatsapp = Call.to("agent").whatsapp("442079460018").user("call me on this number, ann@example.com");
        var sms = Call.to("agent").sms("+442079460018").user("call me on this number, ann@example.com");

        assertThat(extract(whatsapp).value(LeadField.PHONE)).isEqualTo("+442079460018");
        assertThat(extract(sms).value(LeadField.PHONE)).isEqualTo("+442079460018");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "204", "+14155550100"})
    void isNoneWhenItCannotBeCalled(String external) {
        var call = Call.to("agent")
                .between("+14155550100", external)
                .collected("name", "Ann")
                .user("Call me back.");

        assertThat(extract(call).value(LeadField.PHONE)).isNull();
    }

    private static Call call() {
        return Call.to("agent").between("+14155550100", NUMBER).collected("name", "Ann");
    }

    private static Extraction extract(Call call) {
        return LeadExtractor.extract(Conversation.read(call.json()), PhoneRegions.of("en", null), null);
    }
}
