/** What is wrong in a client, for the header of every page. */
@NullMarked
package dev.parley.admin.alerts;

import org.jspecify.annotations.NullMarked;
