package dev.parley.admin.proxy;

import java.net.InetSocketAddress;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.Request;

/**
 * Makes a request look as it came to the outermost trusted proxy. Each proxy appends whom it heard, and everything before
 * that may be invented; so the way is read from its end, as long as the hops are trusted proxies. Jetty's own customizer, which would
 * believe the beginning, is only given the result.
 */
public final class Forwarding extends ForwardedRequestCustomizer {

    private final TrustedProxies proxies;
    private final String header;

    /** @param header in which the proxies append: {@code X-Forwarded-For}, {@code Forwarded}, or one of their own */
    public Forwarding(TrustedProxies proxies, String header) {
        this.proxies = proxies;
        this.header = header;
        setForwardedHeader(null);
        setForwardedHostHeader(null);
        setForwardedServerHeader(null);
        setForwardedPortHeader(null);
        setForwardedHttpsHeader(null);
        setForwardedCipherSuiteHeader(null);
        setForwardedSslSessionIdHeader(null);
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (!(request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer)
                || !proxies.include(peer.getAddress())) {
            return request;
        }
        var believed = believed(request.getHeaders());
        return super.customize(
                new Request.Wrapper(request) {
                    @Override
                    public HttpFields getHeaders() {
                        return believed;
                    }
                },
                responseHeaders);
    }

    private HttpFields believed(HttpFields headers) {
        var believed =
                HttpFields.build(headers).remove(HttpHeader.X_FORWARDED_FOR).remove(HttpHeader.X_FORWARDED_PROTO);
        for (var hop : Hop.of(headers, header).reversed()) {
            hop.scheme().ifPresent(scheme -> believed.put(HttpHeader.X_FORWARDED_PROTO, scheme));
            hop.from().ifPresent(from -> believed.put(HttpHeader.X_FORWARDED_FOR, from.getHostAddress()));
            if (hop.from().filter(proxies::include).isEmpty()) {
                break;
            }
        }
        return believed.asImmutable();
    }
}
