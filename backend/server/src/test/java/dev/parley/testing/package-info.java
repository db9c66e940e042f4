/** What integration tests stand on: one database, one sandbox and one server for all of them, and clients to talk to it. */
@NullMarked
package dev.parley.testing;

import org.jspecify.annotations.NullMarked;
