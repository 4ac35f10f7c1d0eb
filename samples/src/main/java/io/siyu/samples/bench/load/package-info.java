/**
 * The work benchmarks do: members, events and playbooks made by counting, the same on every machine.
 *
 * <p>In: sizes. Out: a playbook with so many rules, and events of which 30 % propose, 10 % render a message and 10 % are
 * held. Called from the benchmarks.
 */
@NullMarked
package io.siyu.samples.bench.load;

import org.jspecify.annotations.NullMarked;
