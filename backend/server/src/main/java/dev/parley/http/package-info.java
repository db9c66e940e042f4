/** What all our HTTP endpoints do alike: bodies within limits of size and time, connections that end when they should. */
@NullMarked
package dev.parley.http;

import org.jspecify.annotations.NullMarked;
