/** Asking the API without holding the page; what shows meanwhile, and when it fails. */
@NullMarked
package dev.parley.admin.loading;

import org.jspecify.annotations.NullMarked;
