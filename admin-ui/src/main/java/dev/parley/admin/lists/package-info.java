/** Live, lazy lists: grid, filters, and the states around them. */
@NullMarked
package dev.parley.admin.lists;

import org.jspecify.annotations.NullMarked;
