package dev.parley.admin.security;

/**
 * Names of cookies that nobody but this host can set. Browsers refuse a cookie whose name begins with {@code __Host-} from a
 * page without TLS and from other hosts of the same domain, so nobody can put one of their own in its place.
 */
public final class HostCookie {

    private HostCookie() {}

    /** @param secure whether the request came over HTTPS; without it, browsers take no such name */
    public static String name(String name, boolean secure) {
        return secure ? "__Host-" + name : name;
    }
}
