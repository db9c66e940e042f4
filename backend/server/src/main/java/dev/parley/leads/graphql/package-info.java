/** Leads over GraphQL; private to the feature. */
@NullMarked
package dev.parley.leads.graphql;

import org.jspecify.annotations.NullMarked;
