/**
 * GraphQL, as features know it: what they annotate, declare and run in. The schema and its execution are in engine, how clients
 * reach it in transport. Knows no feature.
 */
@NullMarked
package dev.parley.graphql;

import org.jspecify.annotations.NullMarked;
