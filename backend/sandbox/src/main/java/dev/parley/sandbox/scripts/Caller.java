package dev.parley.sandbox.scripts;

import org.jspecify.annotations.Nullable;

/**
 * Who is on the line, as far as somebody else can take the part.
 *
 * @param name as it stands in the script; null when the caller does not give it
 * @param gender male or female: the words of the script fit only one
 */
public record Caller(@Nullable String name, @Nullable String firstName, String gender) {}
