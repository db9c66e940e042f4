package dev.parley.persistence;

import java.sql.SQLException;

/** What happens inside a transaction. */
@FunctionalInterface
public interface Work<T> {

    T run(Transaction transaction) throws SQLException;
}
