package dev.parley.sandbox.world;

import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.util.Map;

/**
 * The keys of the Supabase project. Prints as nothing.
 *
 * @param publishable the api key that browsers may have
 * @param secret the api key of servers
 * @param signing the private JWK that signs access tokens (ES256)
 */
public record Keys(String publishable, String secret, Map<String, Object> signing) {

    public Keys {
        signing = Map.copyOf(signing);
    }

    public ECKey signingKey() {
        try {
            return ECKey.parse(signing);
        } catch (ParseException e) {
            throw new IllegalStateException("The signing key of this world is no EC key", e);
        }
    }

    @Override
    public String toString() {
        return "Keys[]";
    }
}
