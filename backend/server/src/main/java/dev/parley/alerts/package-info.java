/** What is wrong in a client and somebody should know of; opens and closes by itself. */
@NullMarked
package dev.parley.alerts;

import org.jspecify.annotations.NullMarked;
