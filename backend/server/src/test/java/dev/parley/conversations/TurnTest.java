package dev.parley.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transcripts as ElevenLabs gives them, and as it perhaps will one day. */
class TurnTest {

    @Test
    void readsWhatWasSaidAndPassesOverTheRest() throws IOException {
        assertThat(
                        turns(
                                """
                                [{"role": "agent", "message": "Здравствуйте!", "time_in_call_secs": 0, "tool_calls": [],
                                  "llm_usage": {"model_usage": {"x": {"input": {"tokens": 3}}}}, "interrupted": false},
                                 {"time_in_call_secs": 7, "feedback": null, "message": null, "role": "user"},
                                 {"role": "agent", "message": "Found.", "time_in_call_secs": 9, "tool_results": [{"a": [1]}],
                                  "tool_calls": [{"params": {"tool_name": "not this"}, "tool_name": "calendar", "n": [1]},
                                                 {"type": "system"}]}]"""))
                .containsExactly(
                        new Turn(false, "Здравствуйте!", 0, List.of()),
                        new Turn(true, null, 7, List.of()),
                        new Turn(false, "Found.", 9, List.of("calendar", "")));
    }

    @Test
    void whatHasAnotherShapeIsNoReasonToShowNothing() throws IOException {
        assertThat(
                        turns(
                                """
                                [null, "x", [1, [2]], {"role": 3, "message": {"text": "x"}, "time_in_call_secs": "soon",
                                 "tool_calls": {"tool_name": "x"}}, {"tool_calls": ["x", null, [1], {"tool_name": 1}]},
                                 {"role": "user", "message": "still there", "time_in_call_secs": 4.9}]"""))
                .containsExactly(
                        new Turn(false, null, 0, List.of()),
                        new Turn(false, null, 0, List.of()),
                        new Turn(false, null, 0, List.of()),
                        new Turn(false, null, 0, List.of()),
                        new Turn(false, null, 0, List.of("", "", "", "")),
                        new Turn(true, "still there", 4, List.of()));
        assertThat(turns("{}")).isEmpty();
        assertThat(turns("[]")).isEmpty();
    }

    private static List<Turn> turns(String json) throws IOException {
        return Turn.of(json.getBytes(StandardCharsets.UTF_8));
    }
}
