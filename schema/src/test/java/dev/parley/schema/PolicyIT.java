package dev.parley.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What policies prevent, tried where no grant stands in the way; and that each conjunct of each policy is needed: without it,
 * one of these probes comes out differently. Which one is in policies.csv of the feature whose
 * relation it is.
 */
class PolicyIT {

    private static final Decisions DECISIONS = new Decisions();
    private static final String LIST = "policies.csv";
    private static final String UPDATE = "parley.policies.update";

    private static TestDatabase database;
    private static Connection superuser;
    private static Probes probes;

    @BeforeAll
    static void create() throws SQLException {
        database = TestDatabase.create();
        superuser = database.connectAsSuperuser();
        probes = Probes.create(superuser);
        superuser.setAutoCommit(false);
    }

    @AfterAll
    static void drop() throws SQLException {
        superuser.close();
        database.close();
    }

    @Test
    void policiesPreventWhatTheyAreTo() throws SQLException {
        var wrong = new ArrayList<String>();
        for (var probe : probes.all()) {
            var outcome = probe.outcome(superuser, probes.caller());
            if (!outcome.equals(probe.expected())) {
                wrong.add("%s on %s: %s is to come out as %s, not %s"
                        .formatted(probe.role(), probe.relation(), probe, probe.expected(), outcome));
            }
        }
        superuser.rollback();
        assertThat(wrong).isEmpty();
    }

    @Test
    void eachConjunctOfEachPolicyIsNeeded() throws SQLException, IOException {
        var needed = new ArrayList<String>();
        for (var policy : Policy.all(superuser)) {
            weaken(policy, "using", policy.using(), needed);
            weaken(policy, "with check", policy.check(), needed);
        }
        assertThat(needed).noneMatch(line -> line.endsWith(";"));
        var byFeature = needed.stream()
                .collect(Collectors.groupingBy(line -> DECISIONS.feature(line.substring(0, line.indexOf(';')))));
        for (var feature : DecisionFiles.OURS.features()) {
            var list = DecisionFiles.OURS.path(feature, LIST);
            var lines = new ArrayList<>(byFeature.getOrDefault(feature, List.of()));
            if (!lines.isEmpty()) {
                lines.addFirst(DecisionFiles.header(LIST));
            }
            if (Boolean.getBoolean(UPDATE) && !lines.isEmpty()) {
                Files.write(list, lines);
            }
            assertThat(Files.exists(list) ? Files.readAllLines(list) : List.of())
                    .as("%s: -D%s=true writes it anew", list, UPDATE)
                    .isEqualTo(lines);
        }
    }

    private static void weaken(Policy policy, String part, @Nullable String expression, List<String> needed)
            throws SQLException {
        if (expression == null) {
            return;
        }
        for (var conjunct : Conjuncts.of(expression)) {
            try (var statement = superuser.createStatement()) {
                statement.execute("alter policy %s on %s %s (%s)"
                        .formatted(policy.name(), policy.relation(), part, conjunct.weakened()));
            }
            var without = part.equals("with check") && policy.asksBeforeCheck(conjunct.conjunct())
                    ? "nothing more: it is asked before, in using"
                    : noticing(policy);
            needed.add(String.join(";", policy.relation(), policy.name(), part, conjunct.conjunct(), without));
            superuser.rollback();
        }
    }

    private static String noticing(Policy policy) throws SQLException {
        for (var probe : probes.of(policy.relation(), policy.role())) {
            if (!probe.outcome(superuser, probes.caller()).equals(probe.expected())) {
                return probe.toString();
            }
        }
        return "";
    }
}
