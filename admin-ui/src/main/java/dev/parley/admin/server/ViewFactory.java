package dev.parley.admin.server;

import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.di.InstantiatorFactory;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.parley.admin.alerts.Alerts;
import dev.parley.admin.clients.Workplaces;
import dev.parley.admin.conversations.Conversations;
import dev.parley.admin.freshness.Freshness;
import dev.parley.admin.leads.Leads;
import dev.parley.admin.lists.Surroundings;
import dev.parley.admin.live.Feeds;
import dev.parley.admin.security.Account;
import dev.parley.admin.security.LogIn;
import dev.parley.admin.security.SignedIn;
import dev.parley.admin.sync.Syncs;
import dev.parley.admin.tokens.Tokens;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
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
        return Map.ofEntries(
                entry(Account.class, account),
                entry(Workplaces.class, panel::workplaces),
                entry(Feeds.class, panel::feeds),
                entry(LogIn.class, panel::logIn),
                entry(Leads.class, panel::leads),
                entry(Conversations.class, panel::conversations),
                entry(Syncs.class, panel::syncs),
                entry(Tokens.class, panel::tokens),
                entry(Freshness.class, panel::freshness),
                entry(Alerts.class, panel::alerts),
                entry(
                        Surroundings.class,
                        () -> new Surroundings(account.get(), panel.workplaces(), panel.feeds(), panel.clock())));
    }

    private static Map.Entry<Class<?>, Supplier<?>> entry(Class<?> type, Supplier<?> part) {
        return Map.entry(type, part);
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
                    .map(part -> parts.get(part).get())
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
