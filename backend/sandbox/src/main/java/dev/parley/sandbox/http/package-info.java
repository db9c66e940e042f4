/** The little HTTP server under both stand-ins: requests, answers, routes. */
@NullMarked
package dev.parley.sandbox.http;

import org.jspecify.annotations.NullMarked;
