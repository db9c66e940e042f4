package dev.parley.security;

import dev.parley.Settings;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * The Supabase project whose accounts may log in. Prints without the key.
 *
 * @param authUrl its Auth API; also the issuer of its tokens
 * @param serviceKey the secret key, for what only an administrator may ask there
 */
public record SupabaseProject(String authUrl, Optional<String> serviceKey) {

    /** Empty when no project is named. */
    public static Optional<SupabaseProject> from(Config config) {
        return Stream.of("SUPABASE_URL", "NEXT_PUBLIC_SUPABASE_URL")
                .flatMap(name -> Settings.text(config, name).map(url -> Settings.upstream(config, name, url)).stream())
                .findFirst()
                .map(url -> new SupabaseProject(
                        url.toString().replaceAll("/+$", "") + "/auth/v1",
                        Settings.text(config, "SUPABASE_SERVICE_ROLE_KEY")));
    }

    @Override
    public String toString() {
        return "SupabaseProject[" + authUrl + "]";
    }
}
