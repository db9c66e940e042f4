/** Alerts over GraphQL; private to the feature. */
@NullMarked
package dev.parley.alerts.graphql;

import org.jspecify.annotations.NullMarked;
