/** Tenants, their members and agents. */
@NullMarked
package dev.parley.clients;

import org.jspecify.annotations.NullMarked;
