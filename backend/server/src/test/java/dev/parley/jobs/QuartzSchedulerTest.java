package dev.parley.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.quartz.utils.ConnectionProvider;

class QuartzSchedulerTest {

    private static final class Pool implements ConnectionProvider {

        private boolean closed;

        @Override
        public Connection getConnection() throws SQLException {
            throw new SQLException("Nobody is there");
        }

        @Override
        public void initialize() {
            closed = false;
        }

        @Override
        public void shutdown() {
            closed = true;
        }
    }

    @Test
    void aSchedulerThatCannotBeSetUpLeavesNoPoolBehind() {
        var pool = new Pool();
        var properties = QuartzScheduler.properties();
        properties.setProperty("org.quartz.scheduler.instanceName", "parley-of-a-test");
        properties.setProperty("org.quartz.jobStore.dataSource", "parley-of-a-test");
        properties.setProperty("org.quartz.jobStore.class", "dev.parley.NoSuchStore");

        assertThatThrownBy(() -> QuartzScheduler.create(properties, pool, (bundle, from) -> null))
                .hasMessageContaining("cannot be set up");

        assertThat(pool.closed).isTrue();
    }
}
