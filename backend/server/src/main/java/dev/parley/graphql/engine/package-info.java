/** The served schema, and how operations are let in, executed and answered: assembly, limits, errors. */
@NullMarked
package dev.parley.graphql.engine;

import org.jspecify.annotations.NullMarked;
