package dev.parley.admin.proxy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.HostPort;

/** IP addresses as headers have them. */
public final class IpAddress {

    /** Nothing that anybody would look up as a name. */
    private static final Pattern LITERAL =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}|[0-9a-fA-F]*:[0-9a-fA-F:.]*");

    private static final int NETWORK_BYTES = 8;

    private IpAddress() {}

    /**
     * @param text with or without a port; IPv6 with brackets or, without a port, without
     * @return empty when it is something else, such as a name or {@code unknown}
     */
    public static Optional<InetAddress> parse(String text) {
        try {
            var host = new HostPort(text.strip()).getHost().replaceAll("^\\[|]$", "");
            return LITERAL.matcher(host).matches() ? Optional.of(InetAddress.getByName(host)) : Optional.empty();
        } catch (IllegalArgumentException | UnknownHostException e) {
            return Optional.empty();
        }
    }

    /**
     * What counts as one visitor where visitors are limited: whoever has an IPv6 address has the 2^64 of its network.
     *
     * @param address as {@link #parse} takes it
     * @return the address, for IPv6 the first half of it
     */
    public static String network(String address) {
        return parse(address)
                .filter(Inet6Address.class::isInstance)
                .map(ip -> HexFormat.of().formatHex(ip.getAddress(), 0, NETWORK_BYTES))
                .orElse(address);
    }
}
