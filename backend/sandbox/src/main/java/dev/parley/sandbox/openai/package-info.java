/** The part of OpenAI's API that makes embeddings. */
@NullMarked
package dev.parley.sandbox.openai;

import org.jspecify.annotations.NullMarked;
