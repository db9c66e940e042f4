/** Who is calling, for which client, in which role; and the secrets of clients. */
@NullMarked
package dev.parley.security;

import org.jspecify.annotations.NullMarked;
