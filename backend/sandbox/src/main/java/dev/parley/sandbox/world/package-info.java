/** Who lives in the sandbox: client companies with their agents and secrets, people with their passwords. */
@NullMarked
package dev.parley.sandbox.world;

import org.jspecify.annotations.NullMarked;
