package dev.parley.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.scripts.Script;
import dev.parley.sandbox.scripts.ScriptTurn;
import dev.parley.sandbox.scripts.Scripts;
import dev.parley.sandbox.world.Client;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A past of conversations of twenty turns: the written ones, with small talk before their end where they are shorter. */
final class LongHistory {

    static final int TURNS = 20;

    private static final Duration BETWEEN = Duration.ofMinutes(97);
    private static final int SECONDS_PER_TURN = 7;
    private static final int ENDING = 2;

    private static final List<List<String>> SMALL_TALK = List.of(
            List.of(
                    "Is there parking at your place?",
                    "Yes, right behind the building, and the first two hours are free."),
            List.of("And how long does it usually take?", "Most visits take about forty minutes, papers included."),
            List.of("Do you work on Saturdays?", "We do, from nine to three, though those places go quickly."),
            List.of("Is the lift working again?", "It is, since last week; the entrance is on the left side."),
            List.of("Can my daughter wait inside?", "Of course, there is a corner with books and a fish tank."),
            List.of("Will somebody remind me the day before?", "We send a short message in the afternoon before."),
            List.of(
                    "What should I bring along?",
                    "Your insurance card and the list of what you take, if there is one."),
            List.of("And if I have to move it?", "Just call us a day ahead, then it costs nothing."));

    private final List<Script> scripts;
    private final Client client;
    private final Instant end;

    LongHistory(Client client, Instant end) {
        this.client = client;
        this.end = end;
        this.scripts = Scripts.in(client.defaultLanguage()).stream()
                .map(LongHistory::lengthened)
                .toList();
    }

    /** In detail, the oldest first, each held by somebody else. */
    Stream<ObjectNode> conversations(int count) {
        return LongStream.range(0, count).mapToObj(n -> scripts.get((int) (n % scripts.size()))
                .variation(n)
                .toConversation(
                        "conv_%028d".formatted(n).toLowerCase(Locale.ROOT),
                        client.agent(),
                        end.minus(BETWEEN.multipliedBy(count - n))));
    }

    private static Script lengthened(Script script) {
        int missing = Math.max(0, TURNS - script.turns().size());
        int at = Math.max(0, script.turns().size() - ENDING);
        var turns = new ArrayList<>(script.turns().subList(0, at));
        for (int more = 0; more < missing; more++) {
            var talk = SMALL_TALK.get(more / 2 % SMALL_TALK.size());
            int seconds = script.turns().get(at).secondsIn() + more * SECONDS_PER_TURN;
            turns.add(new ScriptTurn(more % 2 == 0 ? "user" : "agent", talk.get(more % 2), seconds, List.of(), null));
        }
        for (var last : script.turns().subList(at, script.turns().size())) {
            turns.add(new ScriptTurn(
                    last.role(),
                    last.message(),
                    last.secondsIn() + missing * SECONDS_PER_TURN,
                    last.toolCalls(),
                    last.originalMessage()));
        }
        return new Script(
                script.language(),
                script.title(),
                script.direction(),
                script.durationSeconds() + missing * SECONDS_PER_TURN,
                script.caller(),
                turns,
                script.dataCollection(),
                script.summary(),
                script.sentiment(),
                script.callSuccessful(),
                script.expectedLead());
    }
}
