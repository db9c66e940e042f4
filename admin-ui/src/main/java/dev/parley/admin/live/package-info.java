/** What happens right now: one socket per person and client, resumed without gaps. */
@NullMarked
package dev.parley.admin.live;

import org.jspecify.annotations.NullMarked;
