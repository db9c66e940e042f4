package dev.parley.security;

import com.nimbusds.jose.JWSAlgorithm;
import dev.parley.Settings;
import dev.parley.StartException;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Whose tokens are accepted. The MicroProfile JWT settings win; without them Supabase's project URL says all.
 *
 * @param jwks where the public keys are
 * @param issuer the exact iss
 * @param audience the aud that must be among the token's
 * @param algorithms signature algorithms accepted; the token does not choose
 */
public record JwtSettings(URI jwks, String issuer, String audience, List<String> algorithms) {

    public JwtSettings {
        algorithms = List.copyOf(algorithms);
        if (algorithms.isEmpty()
                || !algorithms.stream().map(JWSAlgorithm::parse).allMatch(JWSAlgorithm.Family.SIGNATURE::contains)) {
            throw new StartException(
                    "MP_JWT_VERIFY_PUBLICKEY_ALGORITHM takes algorithms of public keys with commas between, for example ES256,RS256");
        }
    }

    public static JwtSettings from(Config config) {
        var issuer = config.getOptionalValue("mp.jwt.verify.issuer", String.class)
                .or(() -> SupabaseProject.from(config).map(SupabaseProject::authUrl))
                .orElseThrow(
                        () -> new StartException(
                                "SUPABASE_URL is not set: write the project's address, for example https://abcd.supabase.co (or set MP_JWT_VERIFY_ISSUER)"));
        return new JwtSettings(
                config.getOptionalValue("mp.jwt.verify.publickey.location", String.class)
                        .map(address -> Settings.upstream(config, "MP_JWT_VERIFY_PUBLICKEY_LOCATION", address))
                        .orElseGet(() ->
                                Settings.upstream(config, "MP_JWT_VERIFY_ISSUER", issuer + "/.well-known/jwks.json")),
                issuer,
                config.getOptionalValue("mp.jwt.verify.audiences", String.class).orElse("authenticated"),
                config.getOptionalValues("mp.jwt.verify.publickey.algorithm", String.class)
                        .orElse(List.of("ES256", "RS256")));
    }
}
