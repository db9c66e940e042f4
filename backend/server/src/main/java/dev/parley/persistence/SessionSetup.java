package dev.parley.persistence;

import java.sql.Types;
import java.util.UUID;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.mappings.DirectToFieldMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jspecify.annotations.Nullable;

/** What persistence.xml cannot say. */
public class SessionSetup implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        if (session instanceof ServerSession server) {
            // A query that failed for want of a context must fail at once, not after ten seconds of reconnecting.
            server.getLogin().setQueryRetryAttemptCount(0);
        }
        for (var descriptor : session.getDescriptors().values()) {
            for (var mapping : descriptor.getMappings()) {
                if (mapping instanceof DirectToFieldMapping direct) {
                    typed(direct, declaredType(descriptor.getJavaClass(), direct.getAttributeName()));
                }
            }
        }
    }

    /** EclipseLink sends null as varchar, which PostgreSQL refuses for uuid, jsonb, arrays and times. */
    private static void typed(DirectToFieldMapping mapping, Class<?> type) {
        if (type == UUID.class) {
            mapping.setConverter(new NullSafeUuid());
        }
        if (!type.isPrimitive() && type != String.class && !Number.class.isAssignableFrom(type)) {
            mapping.getField().setSqlType(Types.OTHER);
        }
    }

    /** From the class itself: at this point mappings do not know their types yet. */
    private static Class<?> declaredType(Class<?> entity, String attribute) {
        try {
            return entity.getDeclaredField(attribute).getType();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(entity + " has no field " + attribute, e);
        }
    }

    /** EclipseLink 4.0's own converter throws on a null uuid. */
    private static final class NullSafeUuid implements Converter {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
            return value;
        }

        @Override
        public @Nullable Object convertDataValueToObjectValue(@Nullable Object value, Session session) {
            return value;
        }

        @Override
        public boolean isMutable() {
            return false;
        }

        @Override
        public void initialize(org.eclipse.persistence.mappings.DatabaseMapping mapping, Session session) {}
    }
}
