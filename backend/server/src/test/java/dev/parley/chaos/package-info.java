/** What makes life hard for a server, and what watches that nothing is lost on the way. */
@NullMarked
package dev.parley.chaos;

import org.jspecify.annotations.NullMarked;
