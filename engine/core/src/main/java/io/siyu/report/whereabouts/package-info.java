/**
 * Where each proposal of a campaign is, one by one: the lists behind the counts of its steps.
 *
 * <p>In: the past of partitions, which tells what was decided and what receipts say of it. Out: lists in pages. What is
 * claimed right now no entry tells; the outbox is asked. Called by a thread of its own and by screens.
 */
@NullMarked
package io.siyu.report.whereabouts;

import org.jspecify.annotations.NullMarked;
