package dev.parley.security;

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
                .map(name -> config.getOptionalValue(name, String.class))
                .flatMap(Optional::stream)
                .findFirst()
                .map(url -> new SupabaseProject(
                        url.replaceAll("/+$", "") + "/auth/v1",
                        config.getOptionalValue("SUPABASE_SERVICE_ROLE_KEY", String.class)));
    }

    @Override
    public String toString() {
        return "SupabaseProject[" + authUrl + "]";
    }
}
