package dev.parley.admin.proxy;

import java.net.InetAddress;
import java.util.stream.Stream;
import org.eclipse.jetty.util.InetAddressSet;

/** The proxies whose word is taken for where a request came from. Whoever else says something of that is not heard. */
public final class TrustedProxies {

    private final InetAddressSet networks = new InetAddressSet();

    /**
     * @param list addresses and networks such as {@code 127.0.0.1, 10.0.0.0/8}, separated by commas; blank: none
     * @throws IllegalArgumentException naming the part that is neither
     */
    public TrustedProxies(String list) {
        Stream.of(list.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(this::add);
    }

    public boolean areNone() {
        return networks.isEmpty();
    }

    boolean include(InetAddress address) {
        return networks.test(address);
    }

    private void add(String network) {
        try {
            if (IpAddress.parse(network.replaceFirst("/\\d+$", "")).isEmpty()) {
                throw new IllegalArgumentException(network);
            }
            networks.add(network);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'%s' is neither an address nor a network; write 10.1.2.3 or 10.1.2.0/24".formatted(network), e);
        }
    }
}
