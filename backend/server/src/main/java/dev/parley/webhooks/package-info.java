/** What ElevenLabs posts to us: verified, stored, answered, and only then processed. */
@NullMarked
package dev.parley.webhooks;

import org.jspecify.annotations.NullMarked;
