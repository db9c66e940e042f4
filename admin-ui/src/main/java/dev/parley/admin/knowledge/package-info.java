/** What the agents answer from: documents, searched, read, uploaded and kept up to date. */
@NullMarked
package dev.parley.admin.knowledge;

import org.jspecify.annotations.NullMarked;
