/** API tokens: what programs of a client call with. */
@NullMarked
package dev.parley.admin.tokens;

import org.jspecify.annotations.NullMarked;
