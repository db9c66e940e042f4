/** API tokens: what programs call with. Made, listed and revoked here; checked where callers are. */
@NullMarked
package dev.parley.tokens;

import org.jspecify.annotations.NullMarked;
