/** What the demo's companies have written down: documents of their knowledge bases, and how they get there. */
@NullMarked
package dev.parley.sandbox.documents;

import org.jspecify.annotations.NullMarked;
