package dev.parley.admin.graphql;

import java.io.InputStream;
import java.util.function.Supplier;

/**
 * A file on its way from a browser to the API.
 *
 * @param size in bytes; -1 when it is not known
 * @param content read once, from the beginning
 */
public record FileUpload(String name, long size, Supplier<InputStream> content) {}
