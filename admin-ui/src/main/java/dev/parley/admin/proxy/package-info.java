/** Proxies in front of the panel: which of them are believed, and what they say of the request they pass on. */
@NullMarked
package dev.parley.admin.proxy;

import org.jspecify.annotations.NullMarked;
