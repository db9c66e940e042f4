package dev.parley.jobs;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Properties;
import java.util.UUID;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.spi.JobFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** Quartz as we run it: clustered, its state in the database. */
final class QuartzScheduler {

    private static final String DATA_SOURCE = "org.quartz.jobStore.dataSource";

    private QuartzScheduler() {}

    /**
     * A scheduler that does not fire yet.
     *
     * @param connections closed with the scheduler, and when there will be none
     */
    static Scheduler create(ConnectionProvider connections, JobFactory jobs) {
        return create(properties(), connections, jobs);
    }

    static Scheduler create(Properties properties, ConnectionProvider connections, JobFactory jobs) {
        try {
            DBConnectionManager.getInstance().addConnectionProvider(properties.getProperty(DATA_SOURCE), connections);
            var scheduler = new StdSchedulerFactory(properties).getScheduler();
            scheduler.setJobFactory(jobs);
            return scheduler;
        } catch (SchedulerException | RuntimeException e) {
            close(connections, e);
            throw new IllegalStateException("The scheduler cannot be set up", e);
        }
    }

    private static void close(ConnectionProvider connections, Exception reason) {
        try {
            connections.shutdown();
        } catch (java.sql.SQLException e) {
            reason.addSuppressed(e);
        }
    }

    static Properties properties() {
        var properties = new Properties();
        // Part of each row's key: another name begins with an empty schedule, which the watch fills.
        properties.setProperty("org.quartz.scheduler.instanceName", "parley-jobs");
        properties.setProperty("org.quartz.scheduler.instanceId", host() + "-" + UUID.randomUUID());
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", "4");
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        properties.setProperty(
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        properties.setProperty(DATA_SOURCE, "parley");
        properties.setProperty("org.quartz.jobStore.tablePrefix", "quartz.qrtz_");
        properties.setProperty("org.quartz.jobStore.useProperties", "true");
        properties.setProperty("org.quartz.jobStore.isClustered", "true");
        // A silent node is given up after this and 7.5 s more, which Quartz does not let one change. Less would save
        // little, since the run of a dead node waits for its lease anyway, and would bury a node that is only slow.
        properties.setProperty("org.quartz.jobStore.clusterCheckinInterval", "5000");
        properties.setProperty("org.quartz.jobStore.misfireThreshold", "20000");
        return properties;
    }

    /** For people who read it: which node it is the rest of the id says. Not every machine can tell its name. */
    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node";
        }
    }
}
