/** Leads: list, detail, editing, evidence. */
@NullMarked
package dev.parley.admin.leads;

import org.jspecify.annotations.NullMarked;
