/** The API and Supabase Auth as far as the panel's tests need them, over real HTTP and real sockets. */
@NullMarked
package dev.parley.admin.fake;

import org.jspecify.annotations.NullMarked;
