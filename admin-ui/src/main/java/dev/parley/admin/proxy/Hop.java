package dev.parley.admin.proxy;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * One step of a request's way, as the proxy that took it in describes it.
 *
 * @param from who sent the request to that proxy
 * @param scheme {@code http} or {@code https}: how it came there
 */
record Hop(Optional<InetAddress> from, Optional<String> scheme) {

    /** @return the hops of the header, the sender's first */
    static List<Hop> of(HttpFields headers, String header) {
        if (HttpHeader.FORWARDED.is(header)) {
            return values(headers, header).stream()
                    .map(element -> new Hop(
                            parameter(element, "for").flatMap(IpAddress::parse),
                            parameter(element, "proto").flatMap(Hop::scheme)))
                    .toList();
        }
        var schemes = values(headers, HttpHeader.X_FORWARDED_PROTO.asString());
        Optional<String> scheme = schemes.isEmpty() ? Optional.empty() : scheme(schemes.getLast());
        var addresses = values(headers, header);
        return addresses.isEmpty()
                ? List.of(new Hop(Optional.empty(), scheme))
                : addresses.stream()
                        .map(address -> new Hop(IpAddress.parse(address), scheme))
                        .toList();
    }

    /** Every comma counts: a quotation mark that the sender has left open must not take in what the proxy adds. */
    private static List<String> values(HttpFields headers, String name) {
        return headers.getValuesList(name).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .toList();
    }

    private static Optional<String> parameter(String element, String name) {
        return Arrays.stream(element.split(";"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].strip().equalsIgnoreCase(name))
                .map(pair -> pair[1].strip().replace("\"", ""))
                .findFirst();
    }

    private static Optional<String> scheme(String text) {
        var scheme = text.strip().toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https") ? Optional.of(scheme) : Optional.empty();
    }
}
