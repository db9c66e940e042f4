/** Talking to Parley's API: operations are files, checked against the published SDL. */
@NullMarked
package dev.parley.admin.graphql;

import org.jspecify.annotations.NullMarked;
