/** What a client's agents answer from: documents, their text, its chunks and embeddings. */
@NullMarked
package dev.parley.knowledge;

import org.jspecify.annotations.NullMarked;
