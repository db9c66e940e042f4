/** Makes vectors of texts: at OpenAI or a server like it, or without anybody. */
@NullMarked
package dev.parley.knowledge.embeddings;

import org.jspecify.annotations.NullMarked;
