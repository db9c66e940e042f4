/**
 * Queues of rows to be worked on in the background. A feature declares a queue with a bean ({@link
 * dev.parley.work.TransactionHandler} or {@link dev.parley.work.LeaseHandler}) and adds items with {@link
 * dev.parley.work.WorkQueues}; claims, retries, order, fairness between clients and clean-up happen here. Knows no feature.
 */
@NullMarked
package dev.parley.work;

import org.jspecify.annotations.NullMarked;
