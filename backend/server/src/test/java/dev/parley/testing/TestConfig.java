package dev.parley.testing;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Settings for what is tried without a server. */
public final class TestConfig {

    private TestConfig() {}

    /** These and no others. */
    public static Config of(Map<String, String> settings) {
        return ConfigProviderResolver.instance()
                .getBuilder()
                .withSources(new ConfigSource() {
                    @Override
                    public Set<String> getPropertyNames() {
                        return settings.keySet();
                    }

                    @Override
                    public String getValue(String name) {
                        return settings.get(name);
                    }

                    @Override
                    public String getName() {
                        return "test";
                    }
                })
                .build();
    }
}
