/** What the API promises its callers, and who still uses what is going away. */
@NullMarked
package dev.parley.deprecations;

import org.jspecify.annotations.NullMarked;
