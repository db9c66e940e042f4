/** What a part of the product adds to the panel. The frame knows features by these types only. */
@NullMarked
package dev.parley.admin.feature;

import org.jspecify.annotations.NullMarked;
