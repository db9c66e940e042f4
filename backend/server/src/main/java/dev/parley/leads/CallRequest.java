package dev.parley.leads;

import dev.parley.elevenlabs.Conversation;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * That a caller asked to be called, as far as it was said in the usual words or collected.
 *
 * @param turn counted from 0; null when it was only collected
 * @param quote the words, as they stand in that turn
 */
record CallRequest(@Nullable Integer turn, @Nullable String quote) {

    private static final Pattern ASKED = phrases(
            """
            (?:call|phone|ring) (?:me|us) (?:back|again|later|tomorrow|today|tonight|on|at|when|once|as soon|after|before|in the|anytime|any time|please)
            (?:call|phone|ring) (?:me|us)(?=[.,!?;]|$)
            (?:please|could you|can you|just) call(?: back)?(?=[.,!?;]|$| (?:on|at) (?:this|the same))
            give (?:me|us) a (?:call|ring)
            return my call
            (?:want|need|like|request|expect|waiting for|wait for) (?:a|your) (?:call|phone call|return call|callback|call-back|call back)
            (?:reach|contact|get) (?:me|us) (?:back )?(?:on|at|by) (?:this|the same|my) (?:number|phone|line)
            (?:on|at|to|use) (?:this|the same) (?:phone |mobile |cell )?number
            (?:this|the same) (?:phone |mobile |cell )?number (?:is (?:fine|good|best|ok|okay)|works|will do)
            (?:number|phone|line|one) (?:that |which )?i(?:['’]m| am) (?:now )?(?:calling|ringing|phoning|speaking|texting|writing) (?:you )?(?:from|on|with)
            number (?:that |which )?(?:you see|shows up|is showing|on your (?:screen|display))
            перезвоните
            (?:звоните|позвоните|наберите|перезвони|набери|позвони) (?:мне|меня|нам|нас|по|на|завтра|сегодня|позже|вечером|утром|после|когда)
            (?:мне|нам) (?:позвоните|наберите)
            (?:можете|можно|не могли бы(?: вы)?|прошу|пусть|пускай)(?: мне| нам)?(?: вы)? (?:перезвонить|перезвонят|перезвонит)(?! вам)
            (?:можете|можно|не могли бы(?: вы)?|прошу|пусть|пускай)(?: вы)? (?:мне|нам|меня|нас) (?:позвонить|набрать|позвонят|позвонит|наберут)
            (?:можете|не могли бы(?: вы)?|прошу|пусть|пускай) (?:позвонить|набрать|позвонят|позвонит|наберут) (?:мне|нам|меня|нас)
            (?:жду|ждать) (?:вашего )?звонка
            обратный звонок
            (?:на|по) (?:этот|этому|тот же|тому же)(?: же)? (?:номер|номеру|телефон|телефону)
            (?:номер|номеру|телефон|телефону),? с которого (?:я )?(?:сейчас )?(?:вам )?(?:звоню|пишу|говорю)
            номер (?:мой )?(?:у вас )?(?:определился|высветился|отобразился)""");

    /** "Don't call me back", "не надо мне перезванивать", "nobody will call me back". */
    private static final Pattern REFUSED = flags("(?:\\b(?:not|never|nobody|no one|cannot|stop|не|никто|нельзя)|n['’]t)"
            + "(?:\\s+(?:please|to|need|want|have|you|ever|be|bother|will|would|going|reached?|send|anything|a|the"
            + "|надо|нужно|нужен|стоит|мне|нам|вы|пожалуйста|хочу|будет|звонить|писать))*\\s*$");

    private static final Pattern OFFERED = flags("(?:\\bcall (?:you )?back\\b|\\b(?:call|ring|phone) you"
            + " (?:on|at|tomorrow|later|today|when|then|in the)\\b|\\b(?:call|reach) you ?(?=\\?)|\\breach you (?:on|at)\\b"
            + "|перезвон|вам (?:позвон|набра)|позвонить вам|позвоним вам)[^.!?]*\\?");

    private static final Pattern AGREED =
            flags("^\\P{L}*(?:yes|yeah|yep|sure|please|ok|okay|of course|go ahead|absolutely"
                    + "|да|ага|угу|конечно|пожалуйста|хорошо|давайте|можно)\\b");

    private static final Pattern COLLECTED_AS_PHONE = flags(
            "\\b(?:caller(?:'s)? ?id|same number|current number|this number|calling from|этот(?: же)? номер|номер звонящего)\\b");
    private static final Set<String> IDS =
            Set.of("callback", "call_back", "callback_requested", "wants_callback", "обратный_звонок", "перезвонить");
    private static final Set<String> YES = Set.of("true", "yes", "да");

    /** The first time it was asked for. */
    static Optional<CallRequest> in(Conversation conversation, Collected collected) {
        boolean offered = false;
        for (int turn = 0; turn < conversation.transcript().size(); turn++) {
            var agents = TurnText.of(conversation.transcript().get(turn), "agent");
            var callers = TurnText.of(conversation.transcript().get(turn), "user");
            if (agents != null) {
                offered = OFFERED.matcher(agents).find();
            } else if (callers != null) {
                var words = asked(callers, offered);
                if (words.isPresent()) {
                    return Optional.of(new CallRequest(turn, words.get()));
                }
                offered = false;
            }
        }
        boolean asked = collected
                        .of(LeadField.PHONE)
                        .anyMatch(value -> COLLECTED_AS_PHONE.matcher(value).find())
                || collected.hasAny(IDS, YES);
        return asked ? Optional.of(new CallRequest(null, null)) : Optional.empty();
    }

    private static Optional<String> asked(String message, boolean offered) {
        var agreed = AGREED.matcher(message);
        return ASKED.matcher(message)
                .results()
                .filter(words ->
                        !REFUSED.matcher(message).region(0, words.start()).find())
                .map(MatchResult::group)
                .findFirst()
                .or(() -> offered && agreed.find() ? Optional.of(agreed.group().strip()) : Optional.empty());
    }

    /** One to a line; a space is any space. */
    private static Pattern phrases(String lines) {
        return flags(lines.lines()
                .collect(Collectors.joining("|", "\\b(?:", ")(?!\\w)"))
                .replace(" ", "\\s+"));
    }

    private static Pattern flags(String pattern) {
        return Pattern.compile(
                pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    @Override
    public String toString() {
        return "CallRequest[turn " + turn + "]";
    }
}
