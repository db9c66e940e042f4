/** Stand-in for Supabase Auth and the gateway before it. */
@NullMarked
package dev.parley.sandbox.supabase;

import org.jspecify.annotations.NullMarked;
