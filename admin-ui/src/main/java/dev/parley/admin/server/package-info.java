/** The web server: container, headers, health, and how views get what they need. */
@NullMarked
package dev.parley.admin.server;

import org.jspecify.annotations.NullMarked;
