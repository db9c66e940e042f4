/** Who is looking: log-in, tokens and their renewal, the sealed cookie. */
@NullMarked
package dev.parley.admin.security;

import org.jspecify.annotations.NullMarked;
