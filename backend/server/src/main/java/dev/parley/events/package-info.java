/** The event feed: written with the change, dispatched to subscribers on every node. */
@NullMarked
package dev.parley.events;

import org.jspecify.annotations.NullMarked;
