package dev.parley.graphql;

import java.nio.file.Path;

/**
 * A file that came with a request; it is there for as long as the request is worked on.
 *
 * @param name as its sender calls it: no path, no control characters, 255 characters at most
 * @param path where it was put
 * @param size in bytes
 * @param sha256 of its bytes, 64 hexadecimal digits
 */
public record Upload(String name, Path path, long size, String sha256) {}
