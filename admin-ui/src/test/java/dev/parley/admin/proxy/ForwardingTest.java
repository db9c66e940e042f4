package dev.parley.admin.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server says from where it thinks it was asked; the one who really asks it is 127.0.0.1. */
class ForwardingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7                       | 203.0.113.7",
                "6.6.6.6, 203.0.113.7              | 203.0.113.7",
                "6.6.6.6, 203.0.113.7, 10.0.0.3    | 203.0.113.7",
                "6.6.6.6, 10.0.0.4, 10.0.0.3       | 6.6.6.6",
                "10.0.0.4                          | 10.0.0.4",
                "203.0.113.7:4711                  | 203.0.113.7",
                "2001:db8::7                       | [2001:db8:0:0:0:0:0:7]",
                "[2001:db8::7]:4711                | [2001:db8:0:0:0:0:0:7]",
                "6.6.6.6, unknown                  | 127.0.0.1",
                "6.6.6.6, evil.example             | 127.0.0.1",
                "6.6.6.6, unknown, 10.0.0.3        | 10.0.0.3",
                "6.6.6.6, 999.1.1.1                | 127.0.0.1",
                "6.6.6.6,                          | 127.0.0.1",
                "\"6.6.6.6, 203.0.113.7            | 203.0.113.7",
                "''                                | 127.0.0.1"
            })
    void theLastHopThatIsNoProxyCounts(String header, String address) throws Exception {
        assertThat(asked("127.0.0.1, 10.0.0.0/8", "X-Forwarded-For", "X-Forwarded-For", header))
                .isEqualTo("http " + address);
    }

    @Test
    void aProxyMayAddALineOfItsOwn() throws Exception {
        assertThat(asked(
                        "127.0.0.1", "X-Forwarded-For", "X-Forwarded-For", "6.6.6.6", "X-Forwarded-For", "203.0.113.7"))
                .isEqualTo("http 203.0.113.7");
    }

    @Test
    void theSchemeIsWhatTheLastProxySays() throws Exception {
        assertThat(asked(
                        "127.0.0.1", "X-Forwarded-For", "X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "https"))
                .isEqualTo("https 203.0.113.7");
        assertThat(asked("127.0.0.1", "X-Forwarded-For", "X-Forwarded-Proto", "https, http"))
                .isEqualTo("http 127.0.0.1");
        assertThat(asked("127.0.0.1", "X-Forwarded-For", "X-Forwarded-Proto", "https"))
                .isEqualTo("https 127.0.0.1");
        assertThat(asked("127.0.0.1", "X-Forwarded-For", "X-Forwarded-Proto", "gopher"))
                .isEqualTo("http 127.0.0.1");
    }

    @Test
    void nobodyElseIsBelieved() throws Exception {
        assertThat(asked("10.0.0.0/8", "X-Forwarded-For", "X-Forwarded-For", "6.6.6.6", "X-Forwarded-Proto", "https"))
                .isEqualTo("http 127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "Forwarded, for=9.9.9.9;proto=https;host=evil.example",
        "X-Forwarded-Host, evil.example",
        "X-Forwarded-Server, evil.example",
        "X-Forwarded-Port, 6666",
        "X-Proxied-Https, on",
        "Proxy-auth-cert, x",
        "Proxy-ssl-id, x"
    })
    void otherHeadersChangeNothing(String header, String value) throws Exception {
        assertThat(asked("127.0.0.1", "X-Forwarded-For", "X-Forwarded-For", "203.0.113.7", header, value))
                .isEqualTo("http 203.0.113.7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=203.0.113.7;proto=https                            | https 203.0.113.7",
                "for=9.9.9.9;proto=https, For=203.0.113.7;Proto=http    | http 203.0.113.7",
                "for=203.0.113.7;proto=https, for=10.0.0.3;proto=http   | https 203.0.113.7",
                "proto=https;for=\"[2001:db8::7]:4711\"                 | https [2001:db8:0:0:0:0:0:7]",
                "for=9.9.9.9, for=_hidden;proto=https                   | https 127.0.0.1",
                "for=9.9.9.9;x=\", for=203.0.113.7;proto=http           | http 203.0.113.7",
                "for=9.9.9.9, nonsense                                  | http 127.0.0.1"
            })
    void forwardedIsReadWhereItIsNamed(String header, String seen) throws Exception {
        assertThat(asked(
                        "127.0.0.1, 10.0.0.0/8",
                        "Forwarded",
                        "Forwarded",
                        header,
                        "X-Forwarded-For",
                        "6.6.6.6",
                        "X-Forwarded-Proto",
                        "https"))
                .isEqualTo(seen);
    }

    @Test
    void aHeaderOfTheProxysOwnCanBeNamed() throws Exception {
        assertThat(asked("127.0.0.1", "X-Real-IP", "X-Real-IP", "203.0.113.7", "X-Forwarded-For", "6.6.6.6"))
                .isEqualTo("http 203.0.113.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bogus", "10.0.0.0/33", "10.0.0.1/8", "300.1.1.1", "proxy.example", "true"})
    void whatIsNoNetworkIsNamed(String network) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrustedProxies("127.0.0.1, " + network))
                .withMessageContaining("'" + network + "'");
    }

    private static String asked(String proxies, String header, String... headers) throws Exception {
        var http = new HttpConfiguration();
        http.addCustomizer(new Forwarding(new TrustedProxies(proxies), header));
        var server = new Server();
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                var seen = request.getHttpURI().getScheme() + " " + Request.getRemoteAddr(request);
                var evil = Request.getServerName(request).contains("evil")
                        || request.isSecure() != seen.startsWith("https");
                response.write(true, StandardCharsets.UTF_8.encode(evil ? "evil" : seen), callback);
                return true;
            }
        });
        server.start();
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort()))
                    .headers(headers)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } finally {
            server.stop();
        }
    }
}
