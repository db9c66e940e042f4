/** Leads captured during conversations: extraction, score, people's edits. */
@NullMarked
package dev.parley.leads;

import org.jspecify.annotations.NullMarked;
