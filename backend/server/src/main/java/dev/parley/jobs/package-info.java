/** Work in the background: what is done again and again on a node, and what one node of all does at its time. Knows no feature. */
@NullMarked
package dev.parley.jobs;

import org.jspecify.annotations.NullMarked;
