package dev.parley.admin.server;

import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.di.InstantiatorFactory;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.parley.admin.clients.Workplaces;
import dev.parley.admin.feature.Features;
import dev.parley.admin.lists.Surroundings;
import dev.parley.admin.security.Account;
import dev.parley.admin.security.LogIn;
import dev.parley.admin.security.SignedIn;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Gives views what their constructors ask for. */
public class ViewFactory implements InstantiatorFactory {

    @Override
    public Instantiator createInstantitor(VaadinService service) {
        return new Injecting(service, parts(panel(service)));
    }

    /** The server puts it there. */
    protected Panel panel(VaadinService service) {
        return service.getContext().getAttribute(Panel.class);
    }

    private static Map<Class<?>, Supplier<?>> parts(Panel panel) {
        Supplier<Account> account = () -> SignedIn.current().orElseThrow();
        var parts = new HashMap<Class<?>, Supplier<?>>();
        parts.put(Account.class, account);
        parts.put(Workplaces.class, panel::workplaces);
        parts.put(Features.class, panel::features);
        parts.put(LogIn.class, panel::logIn);
        parts.put(
                Surroundings.class,
                () -> new Surroundings(account.get(), panel.workplaces(), panel.feeds(), panel.clock()));
        for (var feature : panel.features().all()) {
            feature.services(panel.clock()).forEach(service -> parts.put(service.getClass(), () -> service));
        }
        return parts;
    }

    private static final class Injecting extends DefaultInstantiator {

        private static final long serialVersionUID = 1L;

        private final transient Map<Class<?>, Supplier<?>> parts;

        Injecting(VaadinService service, Map<Class<?>, Supplier<?>> parts) {
            super(service);
            this.parts = parts;
        }

        @Override
        public Stream<VaadinServiceInitListener> getServiceInitListeners() {
            return Stream.concat(super.getServiceInitListeners(), Stream.of(new PageSetup()));
        }

        @Override
        public <T> T getOrCreate(Class<T> type) {
            var constructors = type.getConstructors();
            if (constructors.length != 1 || constructors[0].getParameterCount() == 0) {
                return super.getOrCreate(type);
            }
            return type.cast(create(constructors[0]));
        }

        private Object create(Constructor<?> constructor) {
            var arguments = Stream.of(constructor.getParameterTypes())
                    .map(part -> Objects.requireNonNull(
                                    parts.get(part), () -> constructor + ": no feature provides " + part)
                            .get())
                    .toArray();
            try {
                return constructor.newInstance(arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("A view cannot be made: " + constructor, e);
            }
        }
    }
}
