/** The companies a person may look at, and which one is being looked at. */
@NullMarked
package dev.parley.admin.clients;

import org.jspecify.annotations.NullMarked;
