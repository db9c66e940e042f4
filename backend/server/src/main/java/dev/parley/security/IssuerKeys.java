package dev.parley.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of the keys that the issuer of people's tokens publishes. */
enum IssuerKeys {
    NOT_ASKED,
    USABLE,
    /** The issuer answers, and has none of an accepted algorithm: nobody can log in until that is changed there. */
    NONE,
    UNREACHABLE;

    private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);

    /** Says in the log what has become known. */
    void tell(JwtSettings settings) {
        switch (this) {
            case NONE ->
                LOG.warn(
                        "The issuer {} publishes no key for {} at {}, so that everybody who logs in is refused: switch the Supabase"
                                + " project to JWT signing keys",
                        settings.issuer(),
                        String.join(" or ", settings.algorithms()),
                        settings.jwks());
            case UNREACHABLE ->
                LOG.warn(
                        "The keys of the issuer {} cannot be read at {} right now", settings.issuer(), settings.jwks());
            case USABLE, NOT_ASKED -> LOG.debug("The keys of the issuer {}: {}", settings.issuer(), this);
        }
    }
}
