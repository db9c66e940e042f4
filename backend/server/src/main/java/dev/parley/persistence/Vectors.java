package dev.parley.persistence;

import com.pgvector.PGvector;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** Vectors of pgvector as parameters and results of statements. A column of type halfvec takes a vector, too. */
public final class Vectors {

    private Vectors() {}

    /** For {@code setObject}; the driver sends it in binary form. */
    public static Object parameter(float[] vector) {
        return new PGvector(vector);
    }

    /** What {@code getObject} gave for a column of type vector or halfvec. */
    public static float @Nullable [] read(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case PGvector vector -> vector.toArray();
            case PGobject text -> new PGvector(text.getValue()).toArray();
            default -> throw new SQLException("Not a vector: " + value.getClass());
        };
    }
}
