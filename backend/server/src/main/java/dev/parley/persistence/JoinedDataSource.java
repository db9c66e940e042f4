package dev.parley.persistence;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Hands out a connection somebody else has opened; without one, one of the pool. */
final class JoinedDataSource implements DataSource {

    private final DataSource pool;
    private final ThreadLocal<@Nullable Connection> next = new ThreadLocal<>();

    JoinedDataSource(DataSource pool) {
        this.pool = pool;
    }

    /** @param work in it, on this thread, the connection is handed out */
    void handOut(Connection connection, Runnable work) {
        next.set(connection);
        try {
            work.run();
        } finally {
            next.remove();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        var joined = next.get();
        next.remove();
        return joined == null ? pool.getConnection() : joined;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
