package dev.parley.schema;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What migrate, maintain and deprecations say of a DIRECT_URL that leads nowhere. */
class OwnersCommandsIT {

    static Stream<Named<Function<Map<String, String>, Integer>>> commands() {
        return Stream.of(
                Named.of("migrate", Migrate::run),
                Named.of("maintain", Maintain::run),
                Named.of("deprecations", Deprecations::run));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void areEndedInOneSentence(Function<Map<String, String>, Integer> command) throws SQLException {
        try (var database = TestDatabase.create()) {
            var cluster = database.owner().jdbc();
            for (var url : new String[] {
                "jdbc:postgresql://127.0.0.1:1/parley?user=parley_owner&password=hushhush",
                cluster + (cluster.contains("?") ? "&" : "?") + "user=parley_owner&password=hushhush",
                cluster.replace(database.name(), "none_of_that_name") + (cluster.contains("?") ? "&" : "?")
                        + "user=parley_owner&password=only-for-tests"
            }) {
                var said = new ListAppender<ILoggingEvent>();
                said.start();
                var log = (Logger) LoggerFactory.getLogger("dev.parley.schema");
                log.addAppender(said);
                try {
                    assertThat(command.apply(Map.of("DIRECT_URL", url))).as(url).isEqualTo(1);
                } finally {
                    log.detachAppender(said);
                }
                assertThat(said.list).singleElement().satisfies(line -> {
                    assertThat(line.getFormattedMessage())
                            .startsWith("The database of DIRECT_URL cannot be entered: ")
                            .doesNotContain("hushhush", "only-for-tests");
                    assertThat(line.getThrowableProxy()).isNull();
                });
            }
        }
    }
}
