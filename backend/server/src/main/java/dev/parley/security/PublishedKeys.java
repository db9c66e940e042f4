package dev.parley.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;

/** Reads the issuer's public keys, and remembers whether the last attempt worked. */
final class PublishedKeys extends JWKSetSourceWrapper<SecurityContext> {

    private static final int TIMEOUT_MILLIS = 3_000;
    private static final int MOST_BYTES = 256 << 10;

    private volatile boolean reachable;

    PublishedKeys(URI address) {
        super(source(address));
    }

    /** Whether the issuer answered when it was last asked; false before that. */
    boolean reachable() {
        return reachable;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
            throws KeySourceException {
        try {
            var keys = getSource().getJWKSet(refresh, now, context);
            reachable = true;
            return keys;
        } catch (KeySourceException e) {
            reachable = false;
            throw e;
        }
    }

    private static URLBasedJWKSetSource<SecurityContext> source(URI address) {
        try {
            return new URLBasedJWKSetSource<>(
                    address.toURL(), new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES));
        } catch (MalformedURLException e) {
            throw new IllegalStateException("The address of the token keys is no URL", e);
        }
    }
}
