/** Calls to ElevenLabs, guarded: time-outs, retries, circuit breaker, bulkhead, rate and concurrency limits, request log. */
@NullMarked
package dev.parley.gateway;

import org.jspecify.annotations.NullMarked;
