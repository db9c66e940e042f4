/** Request log and health. */
@NullMarked
package dev.parley.monitoring;

import org.jspecify.annotations.NullMarked;
