package dev.parley.testing;

import java.util.List;
import java.util.Map;

/**
 * What a feature brings to the tests of all root fields ({@code RightsMatrixIT}, {@code EveryRootFieldIT}): rows, and the
 * arguments that find them. A class in the feature's test package, with a constructor without parameters, is found there.
 */
public interface FeatureFixture {

    /**
     * Makes the feature's rows in a client; is called once for each client of a test.
     *
     * @param client a test's own, with an API key at ElevenLabs ({@link OwnClient#synced})
     */
    Rows make(Parley parley, OwnClient client);

    /**
     * Rows that are there.
     *
     * @param arguments of root fields that need some, by the field's name, as they stand in an operation: {@code lead -> (id:
     *     "…")}. Those of a mutation change nothing: an old version, a name that is too short
     * @param marks texts that stand in answers to this client and to no other, for example the ids of its rows
     */
    record Rows(Map<String, String> arguments, List<String> marks) {}
}
